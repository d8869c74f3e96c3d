# Linki do czytania umowy.

share-title = Udostępniona umowa
share-door-title = Udostępniono Ci umowę
share-door-text = Możesz ją przeczytać i pobrać. Nie trzeba konta, a niczego nie da się tu zmienić.
share-door-noted = Osoba, która ją udostępniła, widzi, w jakie dni otwierano ten link.
share-door-go = Przeczytaj umowę
share-gone-title = Ten link niczego nie otwiera
share-gone-text = Może jest niepełny albo odwołany, a może w tej przeglądarce otwarto go zbyt dawno. Otwórz otrzymany link jeszcze raz albo poproś o nowy.
share-about = O tej umowie
share-document = Umowa
share-pdf = PDF
share-pdf-sealed = PDF, zapieczętowany
share-for = Udostępniono dla: { $to }

# dla osób prowadzących
share-section = Udostępnianie
share-count = { $n ->
    [0] Nikt spoza warsztatu nie ma linku.
    [one] Działa { $n } link do czytania.
    [few] Działają { $n } linki do czytania.
    [many] Działa { $n } linków do czytania.
   *[other] Działa { $n } linku do czytania.
}
share-open = Udostępnij linkiem
share-received = Wersja { $version }: plik ma { $n } z { $of } osób
share-received-not = jeszcze nie
share-received-note = Osoby prowadzące widzą, kto pobrał PDF obowiązującej wersji.
share-poster-link = Kod na plakacie prowadzi do linku dla plakatów.
share-poster-none = Kod na plakacie wymaga miejsca w warsztacie. Zrób link dla plakatów, a przeczyta umowę każdy.
share-dialog-title = Udostępnij umowę linkiem
share-what = Kto ma link, czyta najnowszą wersję, a przed pierwszą aktualny projekt. Bez konta, bez miejsca w sali i bez możliwości zmian.
share-to = Dla kogo
share-to-hint = Imię albo miejsce: „Zarząd”, „Anna, nowa w sprzedaży”, „Ekran w kuchni”
share-to-missing = Wpisz, dla kogo jest link.
share-opens = Co pokazuje
share-opens-page = Umowa
share-opens-page-more = Do czytania, z PDF, DOCX i tekstem.
share-opens-wall = Ekran na ścianie
share-opens-wall-more = W skrócie, na pełnym ekranie, sam się odświeża.
share-opens-poster = Plakaty
share-opens-poster-more = Kod na plakatach wydrukowanych od teraz prowadzi do najnowszej wersji.
share-make = Zrób link
share-list = Linki
share-list-none = Jeszcze żadnego. Każdy jest dla kogoś i każdy można odwołać osobno.
share-moment = { $day }, { $time }
share-made = Link od: { $name }, { $when }
share-draft = Projekt
share-never = Jeszcze nieotwarty
share-opened-once = otwarto { $when }
share-opened = otwierano w { $n } różnych dniach, pierwszy raz { $first }, ostatnio { $last }
share-revoked = Odwołano { $when }
share-show = Pokaż link
share-show-of = Pokaż link dla: { $to }
share-link-of = Link dla: { $to }
share-qr-of = Link dla: { $to }, jako kod QR
share-revoke = Odwołaj
share-revoke-of = Odwołaj link dla: { $to }
share-revoke-sure = Wszyscy, którzy mają ten link, stracą go od razu, także tam, gdzie jest teraz otwarty.
share-revoke-sure-poster = Kod na plakatach, które już wiszą, od razu przestanie działać. Nowe plakaty wymagają nowego linku.
share-revoke-yes = Tak, odwołaj
