import Methods

extension FaultCase {
    static let files = [
        FaultCase("a file is missing", SmallPack.without("scoring.yaml"), "file_is_missing scoring.yaml"),
        FaultCase("a language is missing", SmallPack.without("en.yaml"), "file_is_missing en.yaml"),
        FaultCase("the sources are missing", SmallPack.without("SOURCES.md"), "file_is_missing SOURCES.md"),
        FaultCase("the sources are empty", adding("SOURCES.md", " \n"), "file_is_empty SOURCES.md:1"),
        FaultCase("a file is unknown", adding("notes.txt", "x"), "file_is_unknown notes.txt"),
        FaultCase(
            "a file is misnamed",
            SmallPack.without("nl.yaml").merging(["nl.yml": SmallPack.texts["nl.yaml"] ?? ""]) { $1 },
            "file_is_missing nl.yaml", "file_is_unknown_near nl.yml"),
        FaultCase("a language is undeclared", adding("fr.yaml", "title: x"), "language_is_undeclared fr.yaml"),
        FaultCase(
            "a file is large", adding("SOURCES.md", String(repeating: "x", count: 256 * 1024 + 1)),
            "file_is_too_large SOURCES.md"),
        FaultCase("a file is empty", adding("nl.yaml", ""), "file_is_empty nl.yaml:1"),
        FaultCase("a file has only remarks", adding("nl.yaml", "# later\n"), "file_is_empty nl.yaml:1"),
    ]

    static let yaml = [
        FaultCase("nl.yaml", "title: Klein", "title: Klein: maar fijn", "is_no_yaml nl.yaml:1"),
        FaultCase("nl.yaml", "  often:\n    0", "  often:\n\t0", "has_tab nl.yaml:14"),
        FaultCase("method.yaml", "version: 1.2", "version: &v 1.2", "has_alias method.yaml:3"),
        FaultCase(
            "method.yaml", "minutes: 2\nlicence: EUPL-1.2", "minutes: &m 2\nlicence: *m", "has_alias method.yaml:5"),
        FaultCase("method.yaml", "licence: EUPL-1.2", "licence: *m", "has_alias method.yaml:6"),
        FaultCase("method.yaml", "licence: EUPL", "licence: *m", "has_alias method.yaml:6"),
        FaultCase("method.yaml", "version: 1.2", "version: !<b> 1.2", "has_tag method.yaml:3"),
        FaultCase("method.yaml", "version: 1.2", "version: !<b 1.2", "has_tag method.yaml:3"),
        FaultCase("method.yaml", "version: 1.2", "version: !!str 1.2", "has_tag method.yaml:3"),
        FaultCase("method.yaml", "version: 1.2", "version: !new 1.2", "has_tag method.yaml:3"),
        FaultCase("method.yaml", "help: [", "help: !!seq [", "has_tag method.yaml:8"),
        FaultCase("method.yaml", "help: [", "help: &h [", "has_alias method.yaml:8"),
        FaultCase("method.yaml", "minutes: 2", "&m minutes: 2", "has_alias method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "!m minutes: 2", "has_tag method.yaml:5"),
        FaultCase("scoring.yaml", "scales:\n", "scales: !!map\n", "has_tag scoring.yaml:1"),
        FaultCase("method.yaml", "minutes: 2\n", "minutes: 2\n---\n", "has_two_documents method.yaml:6"),
        FaultCase("method.yaml", "minutes: 2\n", "minutes: 2\nminutes: 3\n", "key_is_double method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2\n", "minutes: 2\n[a, b]: 3\n", "key_is_no_text method.yaml:6"),
    ]

    static let keys = [
        FaultCase(
            "method.yaml", "minutes:", "minuts:", "key_is_missing method.yaml:1", "key_is_unknown_near method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "minutes: 2\ncolour: red", "key_is_unknown method.yaml:6"),
        FaultCase("questions.yaml", "themes:\n", "branches: {}\nthemes:\n", "key_is_unknown questions.yaml:1"),
        FaultCase(
            "questions.yaml", "        reversed: true", "        sensitive: true",
            "theme_mixes_sensitive questions.yaml:7"),
        FaultCase("questions.yaml", "        revision: 2\n", "", "key_is_missing questions.yaml:7"),
        FaultCase("nl.yaml", "    lead: Denk aan je team.\n", "", "key_is_missing nl.yaml:17"),
    ]

    static let values = [
        FaultCase("method.yaml", "licence: EUPL-1.2", "licence: [EUPL]", "expects_text method.yaml:6"),
        FaultCase("method.yaml", "minutes: 2", "minutes: two", "expects_number method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "minutes: \"2\"", "expects_number method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "minutes: +2", "expects_number method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "minutes: 99999999999999999999", "expects_number method.yaml:5"),
        FaultCase("method.yaml", "minutes: 2", "minutes: 0", "number_is_outside method.yaml:5"),
        FaultCase("questions.yaml", "revision: 2", "revision: -2", "number_is_outside questions.yaml:8"),
        FaultCase("scoring.yaml", "share: 0.75", "share: 0,75", "expects_share scoring.yaml:11"),
        FaultCase("scoring.yaml", "share: 0.75", "share: 0", "expects_share scoring.yaml:11"),
        FaultCase("scoring.yaml", "share: 0.75", "share: 50", "expects_share scoring.yaml:11"),
        FaultCase("questions.yaml", "reversed: true", "reversed: yes", "expects_flag questions.yaml:10"),
        FaultCase("method.yaml", "validated: false", "validated: nee", "expects_flag method.yaml:7"),
        FaultCase("method.yaml", "help: [confidant, council]", "help: council", "expects_list method.yaml:8"),
        FaultCase("method.yaml", "help: [confidant, council]", "help: []", "list_is_empty method.yaml:8"),
        FaultCase(
            "questions.yaml", "- {id: burden-rush, revision: 1, scale: often, sensitive: true}", "- burden-rush",
            "expects_section questions.yaml:13"),
        FaultCase("nl.yaml", "title: Klein", "title:", "text_is_empty nl.yaml:1"),
        FaultCase("nl.yaml", "Iemand helpt mij.", "\"  \"", "text_is_empty nl.yaml:28"),
        FaultCase("nl.yaml", "1: Oneens", "1: ~", "text_is_empty nl.yaml:10"),
        FaultCase("nl.yaml", "short: Team", "short: Een heel lang woord hier", "text_is_too_long nl.yaml:19"),
        FaultCase("nl.yaml", "Iemand helpt mij.", "|\n    Iemand\n    helpt.", "text_has_lines nl.yaml:28"),
        FaultCase("nl.yaml", "Iemand helpt mij.", "\"Iemand \\u202Ehelpt.\"", "text_has_controls nl.yaml:28"),
        FaultCase("nl.yaml", "Iemand helpt mij.", "\"Iemand \\0helpt.\"", "text_has_controls nl.yaml:28"),
    ]

    static let method = [
        FaultCase("method.yaml", "id: small", "id: large", "id_is_not_folder method.yaml:1"),
        FaultCase("method.yaml", "id: small", "id: Small pack", "id_is_malformed method.yaml:1"),
        FaultCase("method.yaml", "version: 1.2", "version: new", "version_is_malformed method.yaml:3"),
        FaultCase("method.yaml", "kind: instrument", "kind: instrumnet", "kind_is_unknown_near method.yaml:2"),
        FaultCase("method.yaml", "kind: instrument", "kind: song", "kind_is_unknown method.yaml:2"),
        FaultCase("method.yaml", "kind: instrument", "kind: session", "kind_is_for_later method.yaml:2"),
        FaultCase("method.yaml", "[confidant, ", "[confident, ", "help_is_unknown_near method.yaml:8"),
        FaultCase("method.yaml", "[confidant, ", "[grandmother, ", "help_is_unknown method.yaml:8"),
        FaultCase("method.yaml", "[confidant, ", "[council, ", "list_has_double method.yaml:8"),
        FaultCase("method.yaml", "[nl, en]", "[nl, en, Frans]", "language_is_malformed method.yaml:4"),
        FaultCase(
            "method.yaml", "[nl, en]", "[nl]", "language_is_undeclared en.yaml", "language_is_missing method.yaml:4"),
        FaultCase("method.yaml", "[nl, en]", "[nl, en, nl]", "list_has_double method.yaml:4"),
    ]

    static let questions = [
        FaultCase(
            "questions.yaml", "- id: burden\n", "- id: team\n", "words_are_for_nothing en.yaml:19",
            "words_are_for_nothing nl.yaml:22", "id_is_double questions.yaml:11", "theme_is_unknown scoring.yaml:13"),
        FaultCase(
            "questions.yaml", "id: burden-rush", "id: team-help", "words_are_for_nothing en.yaml:27",
            "words_are_for_nothing nl.yaml:30", "id_is_double questions.yaml:13"),
        FaultCase("questions.yaml", "id: burden-rush", "id: burden_rush", "id_is_malformed questions.yaml:13"),
        FaultCase(
            "questions.yaml", "id: burden-rush", "id: code", "words_are_missing en.yaml:24",
            "words_are_for_nothing en.yaml:27", "words_are_missing nl.yaml:27", "words_are_for_nothing nl.yaml:30",
            "id_is_kept questions.yaml:13"),
        FaultCase(
            "questions.yaml", "scale: often", "scale: oftne", "scale_is_unknown_near questions.yaml:13",
            "scale_is_unused scoring.yaml:7"),
        FaultCase(
            "questions.yaml", "scale: often", "scale: height", "scale_is_unknown questions.yaml:13",
            "scale_is_unused scoring.yaml:7"),
        FaultCase(
            "questions.yaml", "        revision: 2\n        scale: agreement",
            "        revision: 2\n        scale: often",
            "theme_mixes_scales questions.yaml:7", "theme_points_down questions.yaml:7"),
    ]

    static let scoring = [
        FaultCase("scoring.yaml", "      3: favourable\n", "      4: favourable\n", "scale_has_gap scoring.yaml:6"),
        FaultCase("scoring.yaml", "      0: favourable\n", "", "scale_is_short scoring.yaml:7"),
        FaultCase("scoring.yaml", "      0: favourable", "      none: favourable", "value_is_no_number scoring.yaml:9"),
        FaultCase("scoring.yaml", "      0: favourable", "      201: favourable", "number_is_outside scoring.yaml:9"),
        FaultCase("scoring.yaml", "      0: favourable", "      -1: favourable", "number_is_outside scoring.yaml:9"),
        FaultCase("scoring.yaml", "2: neutral", "2: nuetral", "answer_kind_is_unknown_near scoring.yaml:5"),
        FaultCase("scoring.yaml", "2: neutral", "2: so-so", "answer_kind_is_unknown scoring.yaml:5"),
        FaultCase(
            "scoring.yaml", "1: unfavourable\n      2: neutral", "1: neutral\n      2: unfavourable",
            "scale_turns scoring.yaml:2"),
        FaultCase(
            "scoring.yaml", "  often:", "  often enough:", "words_are_missing en.yaml:5",
            "words_are_for_nothing en.yaml:10", "words_are_missing nl.yaml:8", "words_are_for_nothing nl.yaml:13",
            "scale_is_unknown questions.yaml:13", "id_is_malformed scoring.yaml:7", "scale_is_unused scoring.yaml:7"),
        FaultCase("scoring.yaml", "told-as: index", "told-as: indxe", "measure_is_unknown_near scoring.yaml:17"),
        FaultCase("scoring.yaml", "told-as: index", "told-as: weather", "measure_is_unknown scoring.yaml:17"),
        FaultCase(
            "scoring.yaml", "bands: haste", "bands: hatse", "bands_are_unknown_near scoring.yaml:18",
            "bands_are_unused scoring.yaml:20"),
        FaultCase(
            "scoring.yaml", "bands: haste", "bands: weather", "bands_are_unknown scoring.yaml:18",
            "bands_are_unused scoring.yaml:20"),
        FaultCase(
            "scoring.yaml", "    busy: 0.25\n    hectic: 0.75\n", "", "words_are_for_nothing en.yaml:29",
            "words_are_for_nothing en.yaml:29", "words_are_for_nothing nl.yaml:32", "words_are_for_nothing nl.yaml:32",
            "bands_are_few scoring.yaml:20"),
        FaultCase("scoring.yaml", "calm: 0", "calm: 0.1", "bands_start_elsewhere scoring.yaml:21"),
        FaultCase("scoring.yaml", "hectic: 0.75", "hectic: 0.2", "bands_are_unordered scoring.yaml:23"),
        FaultCase("scoring.yaml", "hectic: 0.75", "hectic: 1", "band_is_outside scoring.yaml:23"),
        FaultCase(
            "scoring.yaml", "busy: 0.25", "busy: 0.2575", "words_are_for_nothing en.yaml:29",
            "words_are_for_nothing nl.yaml:32", "expects_decimal scoring.yaml:22"),
        FaultCase("scoring.yaml", "favourable: 70", "favourable: 700", "number_is_outside scoring.yaml:25"),
        FaultCase("scoring.yaml", "  burden:", "  burdne:", "theme_is_unknown_near scoring.yaml:13"),
        FaultCase("scoring.yaml", "  burden:", "  weather:", "theme_is_unknown scoring.yaml:13"),
        FaultCase("scoring.yaml", "    lower-is-better: true\n", "", "theme_points_down questions.yaml:13"),
        FaultCase(
            "scoring.yaml", "themes:\n", "themes:\n  team: {lower-is-better: true}\n",
            "theme_points_up questions.yaml:4"),
    ]

    static let words = [
        FaultCase("en.yaml", "  burden-rush: I am in a hurry.\n", "", "words_are_missing en.yaml:24"),
        FaultCase(
            "en.yaml", "  burden-rush:", "  burden-rsh:", "words_are_missing en.yaml:24",
            "words_are_for_nothing_near en.yaml:27"),
        FaultCase("en.yaml", "    0: No\n", "", "words_are_missing en.yaml:10"),
        FaultCase(
            "en.yaml", "    3: Agree\n", "    3: Agree\n    4: Agree fully\n", "words_are_for_nothing en.yaml:10"),
        FaultCase("en.yaml", "intro: Do begin.\n", "", "words_are_untranslated en.yaml:1"),
        FaultCase("nl.yaml", "    caption: tempo\n", "", "words_are_untranslated nl.yaml:22"),
    ]

    static let locks = [
        locked("nl.yaml", "Ik heb haast.", "Ik heb veel haast.", "wording_changed nl.yaml:30"),
        locked("questions.yaml", "        reversed: true\n", "", "meaning_changed questions.yaml:7"),
        locked("questions.yaml", "revision: 2", "revision: 1", "revision_went_back questions.yaml:7"),
        locked("en.yaml", "0: No", "0: Never", "scale_changed en.yaml:10"),
        locked("scoring.yaml", "2: neutral", "2: favourable", "scale_changed scoring.yaml:2"),
        FaultCase("a broken lock", adding("wordings.lock", "# x\n<<<<<<< HEAD\n"), "lock_is_malformed wordings.lock:2"),
        FaultCase(
            "a lock that says a thing twice",
            adding("wordings.lock", "item a 1 scale b\nitem a 1 scale b\n"), "lock_is_malformed wordings.lock:2"),
    ]

    static let all = files + yaml + keys + values + method + questions + scoring + words + locks + definitions
}
