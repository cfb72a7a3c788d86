// Copies the text of a field; without this script one selects and copies it by hand.
for (const knop of document.querySelectorAll('[data-kopieer]')) {
  knop.hidden = false;
  const woorden = knop.textContent;
  knop.addEventListener('click', async () => {
    const veld = document.getElementById(knop.dataset.kopieer);
    try {
      await navigator.clipboard.writeText(veld.value);
      knop.textContent = 'Gekopieerd';
    } catch {
      veld.focus();
      veld.select();
      knop.textContent = 'Geselecteerd: kopieer met Ctrl C';
    }
    setTimeout(() => { knop.textContent = woorden; }, 4000);
  });
}
