setup-title = Nowy warsztat
setup-question = Kto się spotyka i na jak długo?
setup-what = Warsztat
setup-field-title = Tytuł
setup-field-company = Firma
setup-field-name = Twoje imię i nazwisko
setup-field-languages = Język dokumentu
setup-languages-both = polski i angielski
setup-languages-pl = polski
setup-languages-en = angielski
setup-field-zone = Strefa czasowa
setup-field-starts = Początek
setup-optional = niekonieczne
setup-teams = Dwa zespoły
setup-left = Po lewej
setup-right = Po prawej
setup-colours = Kolory
setup-pair-classic = niebieski i bursztynowy
setup-pair-garden = fioletowy i ochra
setup-pair-harbour = zielony i różowy
setup-teams-hint = Każdy zespół ma swój kolor, kształt i stronę ekranu, takie same przez cały dzień.
setup-agenda = Agenda
setup-minutes = { $minutes } min
setup-minutes-part = { $minutes } z { $whole } min: pozostałe ćwiczenia dopiero powstają
setup-people = Osoby
setup-people-hint = Wklej nazwiska, po jednej osobie w wierszu. Gwiazdka (*) oznacza osobę kierującą zespołem. Kto nie jest na liście, też może dołączyć.
setup-people-count = { $count ->
    [0] Jeszcze nikogo
    [one] { $count } osoba
    [few] { $count } osoby
   *[other] { $count } osób
  }
setup-people-twice = Dwa razy na liście: { $names }. Jeśli to różne osoby, zostaw tak; każda dostanie numer.
setup-go = Załóż warsztat
setup-go-hint = Linki i kod dostaniesz od razu. Kroki i czasy można zmienić później.
setup-ready = Gotowe do wysłania
setup-for-everyone = Dla wszystkich
setup-join-link = Link dla wszystkich
setup-join-link-hint = Link i kod QR wpuszczają od razu. Z samym kodem czeka się, aż kogoś wpuścisz.
setup-invitation = Zaproszenie do wydruku albo wklejenia do maila
setup-for-you = Tylko dla Ciebie
setup-for-you-hint = Kto to ma, prowadzi warsztat. Nie wysyłaj na wspólny kanał.
setup-facilitator-link = Link osoby prowadzącej
setup-recovery = Kod odzyskiwania
setup-recovery-address = Adres warsztatu: { $address }
setup-recovery-hint = Widać go tylko teraz. Wydrukuj go albo zapisz: pozwoli wrócić, gdy to urządzenie zawiedzie.
setup-print = Drukuj tę stronę
setup-observer-link = Link do rzutnika
setup-observer-link-hint = Pokazuje to, co mogą widzieć wszyscy, i nic więcej.
setup-open = Otwórz pulpit
setup-import = Otwórz warsztat z pliku
setup-import-title = Warsztat z pliku
setup-import-lead = Plik JSON wyeksportowany z Accord, tutaj albo na innym serwerze. Przychodzi wszystko, co w nim jest; linki i kod są nowe.
setup-import-file = Plik (workshop.json)
setup-import-name = Twoje imię i nazwisko
setup-import-go = Otwórz
setup-sessions = { $n ->
    [one] { $n } sesja
    [few] { $n } sesje
   *[other] { $n } sesji
  }
setup-adapt = Dostosuj agendę
setup-adapt-hint = Niekonieczne: kroki, minuty, pytania, kolumny.
setup-agenda-adapted = Dostosowana tutaj
setup-agenda-saved = Szablon zapisany w tej przeglądarce
setup-agenda-company = szablon Twojej firmy
setup-agenda-forget-of = Usuń szablon: { $name }
setup-agenda-forget-title = Usunąć szablon?
setup-agenda-forget = „{ $name }” zniknie z tej przeglądarki. Pobrane pliki i założone warsztaty zostają.
setup-prepare = Przed warsztatem
setup-prepare-both = Oba zespoły
setup-prepare-facilitator = Ty
setup-prepare-heads = Kierujący
