# Co jeszcze do zrobienia, i przypomnienia.

owing-mine = Czeka jeszcze na Ciebie
owing-excused = Umowa nie czeka na Twój podpis; możesz podpisać po powrocie.
owing-refused = Wersja { $version }: odmowa jest zapisana, zdanie można zmienić
owing-refused-go = Otwórz podpis
owing-answer = { $n ->
    [one] Proponowana zmiana czeka na Twoją odpowiedź
    [few] { $n } proponowane zmiany czekają na Twoją odpowiedź
   *[other] { $n } proponowanych zmian czeka na Twoją odpowiedź
}
owing-answer-until = do { $day }, { $time }
owing-answer-go = Odpowiedz
owing-prework = { $n ->
    [one] { $n } pytanie przed spotkaniem
    [few] { $n } pytania przed spotkaniem
   *[other] { $n } pytań przed spotkaniem
}
owing-prework-go = Odpowiedz teraz

owing-title = Na kogo jeszcze czekamy
owing-none = Nikt już nic nie musi robić.
owing-signatures = Podpis
owing-answers = Odpowiedź na zmianę
owing-counts = { $n ->
    [one] { $n } osoba
    [few] { $n } osoby
   *[other] { $n } osób
}
owing-sheet = Kartka z nazwiskami, do druku
owing-sheet-more = tylko dla osób prowadzących i kierujących
owing-left = { $n ->
    [one] { $left } z { $n } osoby, na którą czekamy, ma tu swój adres e-mail.
    [few] { $left } z { $n } osób, na które czekamy, ma tu swój adres e-mail.
   *[other] { $left } z { $n } osób, na które czekamy, ma tu swój adres e-mail.
}
owing-remind = Przypomnienia
owing-remind-on = Przypominamy do { $day }
owing-remind-off = Nikt nie dostaje przypomnień
owing-remind-over = Termin przypomnień minął { $day }
owing-remind-set = Ustaw przypomnienia
owing-remind-what = Kto zostawił adres i nadal ma coś do zrobienia, dostaje krótki list: w swoim języku, najwyżej raz dziennie, w dni robocze między 9:00 a 17:00, razem nie więcej niż 5 razy. Odmowa też jest odpowiedzią: po niej listów nie ma.
owing-remind-until = Ostatni dzień przypomnień
owing-remind-after = Po tym dniu adresy znikają.
owing-remind-no-mail = Ten serwer nie wysyła poczty. Wydrukuj kartkę albo powiedz osobie, która opiekuje się serwerem.
owing-remind-start = Przypominaj
owing-remind-change = Zmień dzień
owing-remind-stop = Nie przypominaj
owing-remind-day = Podaj dzień od jutra do 60 dni naprzód.

owing-mail = Mój adres do przypomnień
owing-mail-hint = Jeśli chcesz. Dostaniesz najwyżej 5 krótkich listów i jeden, gdy umowa zacznie obowiązywać. Potem adres znika. Nikt w warsztacie go nie zobaczy.
owing-mail-field = Adres e-mail
owing-mail-keep = Przypomnij mi
owing-mail-kept = Przypomnimy na { $address }.
owing-mail-away = Usuń mój adres
owing-mail-gone = Adres usunięty.
