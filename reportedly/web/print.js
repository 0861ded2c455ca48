// The buttons above a page to print; choosing questions works without them.
document.querySelector("#print")?.addEventListener("click", () => window.print());

for (const button of document.querySelectorAll("button[data-tick]")) {
  button.addEventListener("click", () => {
    for (const box of document.querySelectorAll('input[name="question"]')) {
      box.checked = button.dataset.tick === "all";
    }
  });
}
