// A notebook dropped onto the form is handed in at once.
const form = document.querySelector("form.drop");
if (form) {
  const field = form.querySelector("input[type=file]");
  for (const kind of ["dragenter", "dragover"])
    form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    field.files = event.dataTransfer.files;
    if (field.files.length) form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    form.querySelector("button").disabled = true;
    document.getElementById("said").textContent = "…";
  });
  addEventListener("pageshow", () => { form.querySelector("button").disabled = false; document.getElementById("said").textContent = ""; });
}
