/// Who works at De Linde: made-up people, the same each time, as a program for staff writes them down.
struct DemoStaff {
    struct Team {
        let path: [String]
        let count: Int
        /// What people do there; most the first.
        let work: [String]
    }

    static let name = "medewerkers.csv"

    private static let firstNames = [
        "Fatima", "Jan", "Priya", "Ömer", "Marieke", "Sven", "Aisha", "Kees", "Lotte", "Mehmet", "Anna", "Bart",
        "Chantal", "Daan", "Esra", "Femke", "Gijs", "Hamza", "Ilse", "Joost", "Karin", "Luuk", "Mila", "Noor", "Olga",
        "Pieter", "Quinty", "Ruben", "Sanne", "Tom",
    ]
    private static let lastNames = [
        ("de", "Vries"), ("", "Jansen"), ("el", "Amrani"), ("", "Bakker"), ("", "Yılmaz"), ("van", "Bergen"),
        ("", "Visser"), ("", "Smit"), ("", "Mulder"), ("", "Bos"), ("de", "Groot"), ("", "Haddad"), ("", "Kaya"),
        ("", "Peters"), ("van", "Dijk"), ("", "Dekker"), ("", "Postma"), ("", "Sharma"), ("", "Vermeulen"),
        ("", "Hoekstra"), ("", "Brouwer"), ("van", "Leeuwen"), ("", "Koster"), ("", "Prins"), ("", "Blom"),
        ("", "Maas"), ("", "Kuiper"), ("", "Veenstra"), ("", "Jacobs"), ("", "Willems"), ("", "Timmermans"),
    ]

    let text: String

    /// - Parameter teams: so many people each; the numbers of people at Weefsel stay what they were.
    init(_ teams: [Team]) {
        var lines = ["Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Functie;Organisatie;Afdeling;Team"]
        for team in teams {
            for place in 0..<team.count {
                let number = lines.count
                // Thirty first names and thirty-one others: nobody is called alike.
                let first = Self.firstNames[number % Self.firstNames.count]
                let (infix, last) = Self.lastNames[number % Self.lastNames.count]
                let work = team.work[place % 3 == 2 ? team.work.count - 1 : 0]
                // Half have an address of work, as in most houses.
                let mail = number.isMultiple(of: 2) ? "medewerker\(1000 + number)@delinde.example" : ""
                lines.append((["\(1000 + number)", first, infix, last, mail, work] + team.path).joined(separator: ";"))
            }
        }
        text = "\u{FEFF}" + lines.joined(separator: "\n") + "\n"
    }
}
