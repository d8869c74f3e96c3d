# Kartka „na kogo czekamy” dla osoby prowadzącej i kierujących.

missing-title = Na kogo jeszcze czekamy
missing-lead = Kto w warsztacie „{ $title }” ma jeszcze coś do zrobienia. Stan z { $at }.
missing-for = Dla osoby prowadzącej i kierujących zespołami. Nie wieszaj tej kartki na ścianie: są na niej nazwiska.
missing-version = Wersja
missing-version-said = { $version }, odcisk { $fingerprint }, zamrożona { $day }
missing-none-frozen = Nie ma jeszcze wersji do podpisu.
missing-force = { $version }, odcisk { $fingerprint }, obowiązuje od { $day }
missing-until = Przypominamy do
missing-until-none = bez terminu: nikt nie dostaje przypomnień
missing-count = Czekamy na
missing-people = { $n ->
    [one] { $n } osobę z { $of }
    [few] { $n } osoby z { $of }
   *[other] { $n } osób z { $of }
}
missing-who = Kto
missing-what = Co
missing-since = Od kiedy
missing-head = kieruje
missing-sign = podpis pod wersją { $version }
missing-refused = odmowa podpisania wersji { $version }
missing-answer = { $n ->
    [one] odpowiedź na zmianę nr { $numbers }
   *[other] odpowiedzi na zmiany nr { $numbers }
}
missing-change = Zmiana nr { $number }
missing-change-until = odpowiedzi do { $until }
missing-prework = { $n ->
    [one] { $n } pytanie przed spotkaniem
    [few] { $n } pytania przed spotkaniem
   *[other] { $n } pytań przed spotkaniem
}
missing-joined = jeszcze nie ma w warsztacie: potrzebny link do dołączenia
missing-nobody = Z tego zespołu nikt już nic nie musi robić.
missing-excused = Nieobecność usprawiedliwiona, podpis po powrocie: { $names }
missing-where = Gdzie podpisać
missing-where-how = Każda osoba wchodzi własnym linkiem: tym z „Podpiszę później” albo z przypomnienia. Na urządzeniu, którego już tu używano, wystarczy ten adres:
missing-where-care = Nikt nie podpisuje za kogoś, dlatego tu nie ma niczyjego linku.
missing-qr = Kod QR z adresem umowy
