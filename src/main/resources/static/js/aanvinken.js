// Ticks all rows at once and says how many are ticked; without it one ticks them one by one.
for (const vorm of document.querySelectorAll('form:has([data-alles])')) {
  const alles = vorm.querySelector('[data-alles]');
  const vakjes = [...vorm.querySelectorAll('tbody input[type=checkbox]:not(:disabled)')];
  const aantal = vorm.querySelector('[data-aantal]');
  const werkBij = () => {
    const gekozen = vakjes.filter((vakje) => vakje.checked).length;
    alles.checked = gekozen === vakjes.length;
    alles.indeterminate = gekozen > 0 && gekozen < vakjes.length;
    if (aantal) {
      aantal.textContent = gekozen ? `${gekozen} aangevinkt` : 'nog niets aangevinkt';
    }
  };
  alles.hidden = false;
  alles.addEventListener('change', () => { vakjes.forEach((vakje) => { vakje.checked = alles.checked; }); werkBij(); });
  vakjes.forEach((vakje) => vakje.addEventListener('change', werkBij));
  werkBij();
}
