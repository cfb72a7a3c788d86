// Copies the field that a button names. Without this script the field can still be selected.
for (const knop of document.querySelectorAll('[data-kopieer]')) {
  const veld = document.getElementById(knop.dataset.kopieer);
  const melding = knop.parentElement.querySelector('[role=status]');
  knop.hidden = false;
  knop.addEventListener('click', async () => {
    veld.select();
    try {
      await navigator.clipboard.writeText(veld.value);
      melding.textContent = 'Gekopieerd.';
    } catch {
      // No clipboard on this connection: the text stands selected.
      melding.textContent = 'Geselecteerd; kopieer met Ctrl + C.';
    }
  });
}
