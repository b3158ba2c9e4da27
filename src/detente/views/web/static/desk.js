// What pages do beyond HTML: evidence opens beside the figure, Escape closes it, j and k walk a report.
"use strict";
(() => {
  const panel = () => document.getElementById("evidence");
  let opener = null;

  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.target === panel()) opener = event.detail.elt;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== panel()) return;
    document.body.classList.add("with-evidence");
    document.querySelectorAll(".open").forEach((one) => one.classList.remove("open"));
    if (opener) opener.classList.add("open");
    const head = panel().querySelector("h2");
    if (head) head.focus();
  });

  const close = () => {
    panel().replaceChildren();
    document.body.classList.remove("with-evidence");
    document.querySelectorAll(".open").forEach((one) => one.classList.remove("open"));
    if (opener) opener.focus();
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) {
      event.preventDefault();
      close();
    }
  });

  const typing = (element) => /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const walk = (selector, step) => {
    const stops = [...document.querySelectorAll(selector)];
    if (!stops.length) return;
    const at = stops.indexOf(document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length;
    stops[next].focus();
    stops[next].scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "Escape" && document.body.classList.contains("with-evidence")) close();
    else if (event.key === "j") walk("[data-stop]", 1);
    else if (event.key === "k") walk("[data-stop]", -1);
    else if (document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)) {
      event.preventDefault();
      document.querySelector(`[data-key="${CSS.escape(event.key)}"]`).click();
    } else if (event.key === "/") {
      const field = document.querySelector("[role=search] input");
      if (field) {
        event.preventDefault();
        field.focus();
      }
    }
  });

  document.querySelectorAll("input[data-days]").forEach((slider) => {
    const days = slider.dataset.days.split(" ");
    const field = document.getElementById("as_of");
    const told = document.getElementById(slider.getAttribute("aria-describedby"));
    slider.closest("[hidden]").hidden = false;
    slider.addEventListener("input", () => {
      told.textContent = days[slider.value];
      slider.setAttribute("aria-valuetext", days[slider.value]);
    });
    slider.addEventListener("change", () => {
      field.value = days[slider.value];
      field.form.requestSubmit();
    });
  });
})();
