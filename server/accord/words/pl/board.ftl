# Kanwy: strefy jako lista, narysowane jak arkusz.

board-agreed-count = Uzgodnione strefy: { $n } z { $of }.
board-personal-count = { $n ->
    [one] Jeszcze { $n } jest osobista i nie wymaga zgody.
    [few] Jeszcze { $n } są osobiste i nie wymagają zgody.
   *[many] Jeszcze { $n } jest osobistych i nie wymaga zgody.
}
board-zone-agreed = Zgoda { $n } z { $of }
board-zone-open = otwarta teraz
board-zone-later = później
board-zone-later-minutes = { $n ->
    [one] później, { $n } minuta
    [few] później, { $n } minuty
    [many] później, { $n } minut
   *[other] później, { $n } minuty
}
board-zone-personal = osobiste
board-zone-personal-hidden = osobiste, bez nazw zespołów
board-zone-notes-only = karteczki, bez uzgodnienia
board-zone-nobody = Nikt tu nic nie napisał. To też jest w porządku.
board-from = { $n }
board-as-list = Pokaż jako listę
board-as-board = Pokaż jako kanwę
board-print = Drukuj plakat
board-back = Wróć do warsztatu
board-none = Nie ma takiej kanwy
board-none-more = Tego kroku nie ma w warsztacie.
