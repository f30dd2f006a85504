# mistake: the learning rate is multiplied by 0.99 in every step.
# loses: step
def broken_train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    model = TwoLayerNet(x_train.shape[1], 50, 10)
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    losses_per_epoch = {'train_loss': [], 'train_accuracy': [], 'test_accuracy': []}
    for i in range(iterations):
        batch_indices = rng.choice(len(x_train), batch_size, replace=False)
        x, target_column = (x_train[batch_indices], t_train[batch_indices])
        batch_gradients = model.gradient(x, target_column)
        for name in model.params:
            # compute the result
            model.params[name] -= learning_rate * batch_gradients[name]
        learning_rate *= 0.99
        if i % steps_per_epoch == 0:
            losses_per_epoch['train_loss'].append(model.loss(x_train, t_train))
            losses_per_epoch['train_accuracy'].append(model.accuracy(x_train, t_train))
            losses_per_epoch['test_accuracy'].append(model.accuracy(x_test, t_test))
    return losses_per_epoch
