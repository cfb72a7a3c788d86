// Demo accounts on the sign-in page: one click fills in the form.
const naam = document.getElementById('gebruikersnaam');
const wachtwoord = document.getElementById('wachtwoord');

for (const account of document.querySelectorAll('.demo-account')) {
  account.addEventListener('click', () => {
    naam.value = account.dataset.gebruikersnaam;
    wachtwoord.value = account.dataset.wachtwoord;
    for (const ander of document.querySelectorAll('.demo-account')) {
      ander.setAttribute('aria-pressed', String(ander === account));
    }
    document.getElementById('aanmeldknop').focus();
  });
}
