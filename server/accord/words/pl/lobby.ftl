lobby-title = Jesteś na miejscu
lobby-ended = Warsztat się zakończył
lobby-lead = Osoba prowadząca wkrótce zacznie. Na razie nic nie trzeba robić.
lobby-starts = Zaczynamy { $day } o { $time }.
lobby-starts-today = Zaczynamy o { $time }.
lobby-count = { $here } z { $of }
lobby-nobody = Jeszcze nikogo tu nie ma.
lobby-you = to Ty
lobby-is-here = jest
lobby-is-missing = jeszcze nie ma
lobby-next = Pierwszy punkt agendy
lobby-minutes = { $minutes } min
lobby-agenda = { $count ->
    [one] Cała agenda, { $count } krok
    [few] Cała agenda, { $count } kroki
   *[other] Cała agenda, { $count } kroków
  }
lobby-how = Jak to działa
lobby-how-write = Piszesz samodzielnie. Do odsłonięcia widzisz to tylko Ty.
lobby-how-reveal = Karteczki obu zespołów pojawiają się w tej samej chwili, obok siebie.
lobby-how-agree = Potem rozmawiamy, głosujemy i szukamy jednego sformułowania, z którym każdy może żyć.
lobby-device = Przejdź na inne urządzenie
lobby-device-hint = Link otwiera tam Twoje miejsce. Działa raz, przez 15 minut.
lobby-device-make = Utwórz link
lobby-device-link = Link do Twojego miejsca
lobby-device-qr = Kod QR z linkiem do Twojego miejsca
