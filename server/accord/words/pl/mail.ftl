# Listy z przypomnieniem: zwykły tekst, bez słów z warsztatu poza tytułem.

mail-hello = Dzień dobry,
mail-remind-subject = Czeka na Ciebie: { $title }
mail-remind-lead = w warsztacie „{ $title }” czeka jeszcze na Ciebie:
mail-owes-sign = podpis pod wersją { $version } (odcisk { $fingerprint })
mail-owes-answer = odpowiedź na zmianę nr { $number }, do { $until }
mail-owes-prework = { $n ->
    [one] { $n } pytanie do przemyślenia przed spotkaniem
    [few] { $n } pytania do przemyślenia przed spotkaniem
   *[other] { $n } pytań do przemyślenia przed spotkaniem
}
mail-seat = Twoje miejsce w warsztacie:
mail-care = Link jest tylko dla Ciebie: kto go ma, może podpisać w Twoim imieniu. Nie przekazuj go dalej.
mail-remind-until = Przypominamy najwyżej raz dziennie, w dni robocze, do { $until } i łącznie nie więcej niż { $most } razy.
mail-remind-away = Żeby więcej nie dostawać przypomnień, otwórz link i wybierz „{ owing-mail-away }”. Adres znika wtedy od razu.
mail-force-subject = Umowa obowiązuje: { $title }
mail-force-lead = złożono ostatni podpis: umowa „{ $title }” w wersji { $version } (odcisk { $fingerprint }) obowiązuje od { $day }.
mail-force-link = Umowa i dokument do pobrania:
mail-force-last = To ostatni list. Twój adres został właśnie usunięty.
mail-from = Accord
