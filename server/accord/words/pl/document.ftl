# Dokument: PDF, podgląd na ekranie, Markdown, zaproszenie. Dokument jest bezosobowy.
document-kind = porozumienie zespołów o współpracy (SLA)
document-version = Wersja
document-held = Warsztat
document-frozen = Zamrożono
document-in-force = Obowiązuje
document-in-force-since = od { $date }, od ostatniego podpisu
document-fingerprint = Odcisk
document-made = Sporządzono
document-fingerprint-none = jeszcze go nie ma: powstaje, gdy zamrażamy wersję
document-status-draft = projekt wersji { $version }
document-status-waiting = { $version }, { $left ->
    [one] czeka na { $left } podpis z { $of }
    [few] czeka na { $left } podpisy z { $of }
   *[other] czeka na { $left } podpisów z { $of }
}
document-status-refused = { $version }, { $refused ->
    [one] { $refused } osoba odmówiła podpisu
    [few] { $refused } osoby odmówiły podpisu
   *[other] { $refused } osób odmówiło podpisu
}
document-status-in-force = { $version }, podpisana przez wszystkich
document-head = kieruje zespołem
document-and-others = { $count ->
    [one] i { $count } osoba, wymieniona w części { $section }
    [few] i { $count } osoby, wymienione w części { $section }
   *[other] i { $count } osób, wymienionych w części { $section }
}
document-nobody = Nikogo jeszcze tu nie ma.
document-of = z
document-foot = wersja { $version } · { $fingerprint }
document-foot-draft = projekt wersji { $version }

document-contents = Spis treści
document-not-covered = Jeszcze nieuzgodnione.
document-how-to-read = Jak czytać ten dokument
document-how-marks = Znak koła to { $marketing }, znak kwadratu to { $sales }. Liczba przy znaku mówi, ile karteczek tego zespołu stoi za punktem.
document-how-covered = Części opisane „{ $open }” czekają na następne spotkanie. Niczego w nich jeszcze nie przyjęto.
document-how-origin = Skąd wziął się każdy punkt i jaką dostał zgodę, pokazuje ostatni załącznik.
document-sources-other = bez nazwy zespołu: { $count }
document-heads = Szkic kierujących: propozycja dla zespołów.
document-edited = Brzmienie poprawione po uzgodnieniu.

document-parties = Strony: zespół { $marketing } i zespół { $sales } firmy { $company }. Nie jest to umowa dwóch osób kierujących: przyjmuje ją każda osoba wymieniona niżej.
document-boundary = SLA jest wewnętrznym porozumieniem zespołów; nie zmienia umów o pracę, zakresów obowiązków ani zasad wynagradzania.
document-no-penalties = Najpierw szukamy przyczyny w procesie i danych. Nie stosujemy kar pieniężnych ani potrąceń.

document-sign-intro = Każda osoba potwierdza osobno, na swoim urządzeniu, że zna i rozumie to SLA w wersji { $version }, i mówi, czy je przyjmuje.
document-sign-draft = To jest projekt. Podpisujemy dopiero zamrożoną wersję, każda osoba na swoim urządzeniu.
document-sign-title = Podpisy
document-sign-count = { $side }, { $signed } z { $of }
document-sign-person = Osoba
document-sign-decision = Decyzja
document-sign-when = Kiedy
document-sign-accept = Podpisano
document-sign-reserve = Podpisano z zastrzeżeniem
document-sign-refuse = Odmówiono podpisu
document-sign-waiting = Czeka na podpis
document-seal = Odcisk wersji { $version } (SHA-256)
document-seal-qr = Kod QR z pełnym odciskiem
document-seal-change = Zmiana jednego znaku treści daje inny odcisk. Każdy podpis dotyczy dokładnie tej wersji. Podpisów nie usuwamy.
document-seal-form = Zwykły podpis elektroniczny w formie dokumentowej (art. 77² Kodeksu cywilnego, art. 25 ust. 1 rozporządzenia eIDAS). To nie jest podpis kwalifikowany i nie wystarcza tam, gdzie prawo wymaga formy pisemnej.
document-seal-label = Pieczęć pod wersją { $version }
document-seal-reason = Wersja { $version }, podpisana przez wszystkie osoby. Odcisk { $fingerprint }
document-file-agreement = Treść wersji { $version } w postaci dla programów. SHA-256: { $fingerprint }
document-file-evidence = Kto i kiedy odpowiedział na wersję { $version }

document-summary-title = Na jednej stronie
document-summary-intro = Skrót. Obowiązuje pełne brzmienie punktów, do których prowadzą numery.
document-summary-promises = { $side } obiecuje
document-summary-more = { $count ->
    [one] i jeszcze { $count } punkt w części { $section }
    [few] i jeszcze { $count } punkty w części { $section }
   *[other] i jeszcze { $count } punktów w części { $section }
}

document-evidence-title = Dowody podpisów
document-evidence-intro = Wszystkie odpowiedzi w kolejności, w jakiej przyszły; każda dotyczy dokładnie wersji { $version } o odcisku poniżej. Gdy ktoś odpowiada jeszcze raz, obie odpowiedzi zostają, a liczy się ostatnia.
document-evidence-none = Nikt jeszcze nie odpowiedział.
document-evidence-no = Nr
document-evidence-team = Zespół
document-evidence-language = Język
document-evidence-when = Czas serwera
document-evidence-about = Czego dotyczą i jak to sprawdzić
document-evidence-log = Koniec dziennika
document-evidence-files = W tym pliku
document-evidence-files-what = agreement.json to treść wersji bajt w bajt, z której powstaje odcisk; evidence.json to ta strona w postaci dla programów.
document-evidence-check = Jak sprawdzić
document-evidence-check-how = Plik jest zapieczętowany podpisem serwera, który nie pozwala na żadną zmianę: pokaże to czytnik PDF albo polecenie accord verify PLIK.pdf.
document-evidence-check-later = Gdy podpiszą wszystkie osoby, serwer zapieczętuje dokument podpisem, który nie pozwala na żadną zmianę. Ten plik nie jest jeszcze zapieczętowany.
document-evidence-check-where = Bez konta: { $address }
document-language-pl = polski
document-language-en = angielski

document-canvas-agreed = { $agreed } z { $of }
document-canvas-personal = osobiste
document-canvas-summary = { $personal ->
    [0] Uzgodniono { $agreed } z { $all }.
   *[other] Uzgodniono { $agreed } z { $all }. Pozostałe są osobiste i nie wymagają zgody.
}
document-canvas-empty = Nic tu nie odsłonięto.
document-canvas-more = { $count ->
    [one] Jeszcze { $count } karteczka na liście za kanwą.
    [few] Jeszcze { $count } karteczki na liście za kanwą.
   *[other] Jeszcze { $count } karteczek na liście za kanwą.
}
document-canvas-whole = Całe brzmienie na liście za kanwą.
document-canvas-list = { $name }: co nie zmieściło się na kanwie
document-notes-more = { $count ->
    [one] Jeszcze { $count } karteczka jest w pliku workshop.json.
    [few] Jeszcze { $count } karteczki są w pliku workshop.json.
   *[other] Jeszcze { $count } karteczek jest w pliku workshop.json.
}
document-note-days = { $count } { $days ->
    [one] dzień
    [few] dni
    [many] dni
   *[other] dnia
}
document-answer-open = Bez wspólnej odpowiedzi.
document-gap-wide = Tu zespoły widziały to różnie.
document-gap-near = Tu zespoły były blisko siebie.
document-gap-scale = Średnia ocen: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
document-gap-themes = { $themes ->
    [one] { $themes } temat; tylko po jednej stronie: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
    [few] { $themes } tematy; tylko po jednej stronie: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
   *[other] { $themes } tematów; tylko po jednej stronie: { $marketing-name } { $marketing }, { $sales-name } { $sales }.
}
document-gap-top = Wspólne wśród trzech pierwszych: { $common }.
document-gap-steps = Kroki i dni: { $marketing-name } { $steps-marketing } i { $days-marketing }, { $sales-name } { $steps-sales } i { $days-sales }.
document-gap-guessed = Odgadnięte potrzeby: { $hits } z { $needs }.

document-open-text = Sprawa
document-open-owner = Osoba
document-open-due = Do kiedy
document-period = SLA obowiązuje od { $start } do { $end }.
document-period-review = Przegląd: { $review }.
document-kept-title = Zostawione świadomie
document-kept-intro = Na co zwróciło uwagę sprawdzenie dokumentu, a zespoły zostawiły, z powodem.
document-kept-finding = Uwaga
document-kept-reason = Dlaczego zostaje
document-reviewed-title = Przegląd { $day }
document-reviewed-intro = Oba zespoły oceniły ustalenia osobno. Tabela mówi, ile ocen jest wspólnych.
document-reviewed-chapter = Rozdział
document-reviewed-works = Działa
document-reviewed-mends = Do poprawy
document-reviewed-differ = Ocenione różnie
document-reviewed-single = Jedna strona
document-origin-intro = Punkt wynika z karteczek obu zespołów, jednego brzmienia i zgody każdej osoby w skali 0–5. Karteczki liczymy według zespołów, bez nazwisk ich autorów.
document-origin-clause = Punkt
document-origin-from = Skąd
document-origin-notes = Karteczki
document-origin-consent = Zgoda
document-origin-day = Dzień
document-origin-level = { $count ->
    [one] { $count } osoba na { $level }
    [few] { $count } osoby na { $level }
   *[other] { $count } osób na { $level }
}
document-origin-reservation = Zastrzeżenie ({ $level }): { $text }

document-markdown-credit = Źródło kanwy: { $credit }

document-invite-title = Zaproszenie
document-invite-lead = { $company } zaprasza na warsztat, na którym dwa zespoły uzgodnią, jak ze sobą pracują.
document-invite-teams = Zespoły
document-invite-when = Kiedy
document-invite-when-open = Termin poda osoba prowadząca.
document-invite-long = Jak długo
document-invite-minutes = { $minutes ->
    [one] { $minutes } minuta
    [few] { $minutes } minuty
   *[other] { $minutes } minut
}
document-invite-bring = Co zabrać
document-invite-bring-what = Telefon albo laptop. Konto nie jest potrzebne.
document-invite-ready = Co przygotować
document-invite-expect = Jak to przebiega
document-invite-expect-write = Najpierw każdy pisze po cichu. Do odsłonięcia widzi to tylko autor.
document-invite-expect-reveal = Odpowiedzi obu zespołów odsłaniamy naraz, obok siebie.
document-invite-expect-agree = Szukamy jednego brzmienia, z którym mogą żyć wszyscy. Zgodę wyraża każda osoba.
document-invite-expect-sign = Z wyników powstaje porozumienie. Na koniec każda osoba czyta je i podpisuje na swoim urządzeniu.
document-invite-agenda = Plan
document-invite-join = Dołączanie
document-invite-scan = Zeskanuj kod QR albo otwórz adres:
document-invite-code = Można też wpisać kod na stronie { $place }. Z samym kodem chwilę się czeka, aż wpuści osoba prowadząca.
document-invite-private = Ten link wpuszcza na warsztat. Przekazujemy go tylko osobom z obu zespołów.
document-invite-qr = Kod QR z linkiem na warsztat

# Lejek w rozdziale o celach
document-funnel-alt = Lejek od pierwszego poziomu do umów: ile sztuk każdego poziomu w okresie i w miesiącu oraz jaka część idzie dalej. To samo mówi tabela pod spodem.
document-funnel-from = Ze źródeł: { $stream }
document-funnel-month = { $count } / mies.
document-funnel-points = { $count } p.p.
document-funnel-together = razem { $count }
document-funnel-legend = Szerokości są logarytmiczne. Kropki: strona marketingu, paski: strona sprzedaży, linia przerywana: poziom wyjściowy. Liczby zaokrąglono w górę.
document-funnel-goal = Wspólny cel: { $goal } { $currency } z { $contracts } { $won ->
    [one] nowej umowy
   *[other] nowych umów
}.
document-funnel-deal = Średnia umowa: { $deal } { $currency }.
document-funnel-period = Okres: od { $from } do { $to }.
document-funnel-coverage = Potrzebne szanse: { $pipeline } { $currency }, { $times } × cel.
document-funnel-level = Poziom
document-funnel-owner = Odpowiada
document-funnel-baseline = Było
document-funnel-volume = Cel
document-funnel-a-month = Na miesiąc
document-funnel-rate = Konwersja do następnego
document-funnel-was = (było { $rate })
document-percent = { $value }%
document-funnel-load = { $needed } z { $available } godzin, { $share } czasu.
document-funnel-levers = Czym to osiągniemy
document-funnel-loads = Czy starczy czasu

# posters
document-poster-promises = Co sobie obiecujemy
document-poster-glossary = Co znaczą nasze słowa
document-poster-current = Umowa w dzisiejszym brzmieniu
