@testable import Core

extension StaffWords {
    /// Some of what the locale files hold.
    static let real = StaffWords(
        headings: [
            .number: [
                "personeelsnummer", "persnr", "personeelsnr", "medewerkernummer", "medewerker nummer", "medewerkernr",
                "medewerker id", "werknemernummer", "werknemer", "stamnummer", "stamnr", "nummer", "nr",
                "personnel number", "employee number", "employee id", "staff number", "staff id", "number", "id",
                "registratienummer",
            ],
            .name: [
                "naam", "medewerker", "naam medewerker", "volledige naam", "weergavenaam", "roepnaam en achternaam",
                "name", "full name", "display name", "employee", "employee name",
            ],
            .firstName: ["voornaam", "roepnaam", "first name", "given name", "firstname"],
            .infix: ["tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "tv", "infix", "prefix"],
            .lastName: [
                "achternaam", "geslachtsnaam", "familienaam", "last name", "surname", "family name", "lastname",
            ],
            .email: [
                "e mail", "email", "mail", "e mailadres", "emailadres", "mailadres", "e mail werk", "email werk",
                "werkmail", "zakelijk e mailadres", "e mail address", "email address", "work email", "work e mail",
            ],
            .functionGroup: [
                "functiegroep", "functie", "functienaam", "functieomschrijving", "rol", "beroep", "function group",
                "function", "job title", "job", "position", "role",
            ],
            .unit: ["pad", "path", "eenheid", "organisatie eenheid", "organisatorische eenheid", "oe naam", "unit"],
            .organisation: [
                "organisatie", "stichting", "bedrijf", "werkgever", "organisation", "organization", "company",
            ],
            .location: ["locatie", "vestiging", "school", "huis", "gebouw", "location", "site", "branch"],
            .department: ["afdeling", "sector", "dienst", "cluster", "department", "division"],
            .team: ["team", "groep", "teamnaam", "ward", "group", "team name"],
            .from: [
                "vanaf", "van", "begindatum", "datum in dienst", "in dienst", "indienst", "ingangsdatum", "startdatum",
                "from", "start date", "since", "hire date",
            ],
            .until: [
                "tot", "tot en met", "t m", "einddatum", "datum uit dienst", "uit dienst", "until", "to", "end date",
                "last day", "leave date",
            ],
        ],
        refused: [
            .numberOfTheState: [
                "bsn", "burgerservicenummer", "burgerservicenr", "sofinummer", "sofi", "sofinr", "rijksregisternummer",
                "rijksregisternr", "insz", "ssn", "national insurance", "social security",
            ],
            .birth: [
                "geboortedatum", "geboortejaar", "geboorteplaats", "geboren", "geboorte", "gebdatum", "geb datum",
                "leeftijd", "verjaardag", "birth", "birthdate", "birthday", "born", "age", "dob",
            ],
            .health: [
                "ziek", "ziekte", "zieken", "ziekmelding", "ziekmeldingen", "ziekteverzuim", "ziektedagen", "verzuim",
                "verzuimdagen", "verzuimpercentage", "arbeidsongeschikt", "arbeidsongeschiktheid", "beperking",
                "beperkingen", "gezondheid", "zwanger", "zwangerschap", "wia", "wao", "wajong", "diagnose", "medisch",
                "medische", "bedrijfsarts", "sick", "sickness", "illness", "absence", "absent", "absenteeism", "health",
                "disability", "disabled", "pregnant", "pregnancy", "medical", "diagnosis",
            ],
            .reason: ["reden", "redenen", "oorzaak", "aanleiding", "reason", "reasons", "cause", "grounds"],
        ])
}
