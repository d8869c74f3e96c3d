common-skip = Przejdź do treści
common-logo = Accord, do strony głównej
common-language = Język
common-close = Zamknij
common-cancel = Anuluj
common-again = Spróbuj ponownie
common-to-home = Strona główna
common-copy = Kopiuj
common-copied = Skopiowano

common-team-marketing = Marketing
common-team-sales = Sprzedaż
common-team-none = Zespół nie jest pokazany

common-timer = Pozostały czas
common-paused = pauza

common-how-to-join = Jak dołączyć
common-scan-or-type = Zeskanuj albo wpisz kod
common-at = na
common-qr = Kod QR z linkiem do warsztatu

common-connecting = Łączymy
common-offline = Brak połączenia. Próbujemy dalej, a pisać można cały czas.
common-offline-waiting = { $count ->
    [one] Brak połączenia. { $count } Twoja zmiana czeka na tym urządzeniu. Wyślemy ją, gdy wróci sieć.
    [few] Brak połączenia. { $count } Twoje zmiany czekają na tym urządzeniu. Wyślemy je, gdy wróci sieć.
   *[other] Brak połączenia. { $count } Twoich zmian czeka na tym urządzeniu. Wyślemy je, gdy wróci sieć.
  }
common-not-lasting = Ta przeglądarka nic nie zachowa po zamknięciu strony. Zostaw ją otwartą, aż wszystko będzie zapisane.
common-no-way-in = Teraz nie można wejść
common-closed-title = Połączenie się zakończyło
common-closed-removed = Nie ma Cię już w tym warsztacie. Jeśli to pomyłka, poproś osobę prowadzącą o link.
common-closed-other = Serwer zakończył połączenie. To, co zapisane, jest bezpieczne.
common-lost-title = Nie ma takiej strony
common-lost-text = Adres może być niepełny. Sprawdź link albo wpisz kod na stronie głównej.
common-refused-unknown = Serwer tego nie przyjął ({ $code }). Nic się nie zmieniło.

common-keys-title = Klawiatura
common-keys-everyone = Wszyscy
common-keys-facilitator = Osoba prowadząca
common-keys-help = ta lista
common-keys-always = Tab i strzałki przenoszą dalej. Enter wybiera. Esc opuszcza pole albo zamyka okno. F6 przechodzi do następnego obszaru.
common-keys-on = Pojedyncze klawisze działają (gdy żadne pole nie jest aktywne)
common-key-arrowright = →
common-key-arrowleft = ←
common-key-arrowup = ↑
common-key-arrowdown = ↓
common-key-escape = Esc

common-join = Dołącz
common-code = Kod warsztatu
common-code-hint = Osiem znaków. Wielkość liter nie ma znaczenia.
common-code-short = Kod ma osiem znaków. Sprawdź, co jest wpisane.
