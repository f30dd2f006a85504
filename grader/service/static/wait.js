// A page that waits for marks: asks until they are there, and says meanwhile how many are before.
const wait = document.getElementById("wait");
async function look() {
  try {
    const answer = await fetch(wait.dataset.state, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.status);
    const state = await answer.json();
    if (state.done || !state.queued) { location.reload(); return; }
    wait.textContent = state.before ? `${wait.dataset.before} ${state.before}` : wait.dataset.next;
    setTimeout(look, 300);
  } catch {
    setTimeout(look, 2000);
  }
}
if (wait) look();
