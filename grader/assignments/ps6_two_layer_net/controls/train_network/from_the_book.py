def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    network = TwoLayerNet(input_size=x_train.shape[1], hidden_size=50, output_size=10)
    train_size = x_train.shape[0]
    train_loss_list = []
    train_acc_list = []
    test_acc_list = []
    iter_per_epoch = max(train_size / batch_size, 1)

    for i in range(iterations):
        batch_mask = rng.choice(train_size, batch_size)
        x_batch = x_train[batch_mask]
        t_batch = t_train[batch_mask]

        grad = network.gradient(x_batch, t_batch)
        for key in ('W1', 'b1', 'W2', 'b2'):
            network.params[key] -= learning_rate * grad[key]

        if i % iter_per_epoch == 0:
            loss = network.loss(x_batch, t_batch)
            train_loss_list.append(loss)
            train_acc = network.accuracy(x_train, t_train)
            test_acc = network.accuracy(x_test, t_test)
            train_acc_list.append(train_acc)
            test_acc_list.append(test_acc)
            print(train_acc, test_acc)
    return {'train_loss': train_loss_list, 'train_accuracy': train_acc_list, 'test_accuracy': test_acc_list}
