// The class's live page: told that something has changed, it fetches its part anew. Where the reader is stays as it is.
const live = document.getElementById("live"), light = document.getElementById("light");
const news = new EventSource(live.dataset.events);
async function refresh() {
  const answer = await fetch(live.dataset.now, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const focused = document.activeElement && live.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  live.replaceChildren(...page.body.childNodes);
  if (focused) live.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}
news.addEventListener("open", () => { light.textContent = light.dataset.live; refresh(); });
news.addEventListener("changed", refresh);
news.addEventListener("error", () => { light.textContent = light.dataset.lost; });
