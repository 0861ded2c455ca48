// The button of a page to print.
document.querySelector("#print")?.addEventListener("click", () => window.print());
