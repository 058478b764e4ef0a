/// What can be wrong with a pack; each raw value is a locale key whose text says the remedy.
public enum PackFault: String, CaseIterable, Sendable {
    case folderIsMissing = "pack.folder_is_missing"
    case fileIsMissing = "pack.file_is_missing"
    case fileIsUnknown = "pack.file_is_unknown"
    case fileIsTooLarge = "pack.file_is_too_large"
    case fileIsEmpty = "pack.file_is_empty"
    case fileIsUnreadable = "pack.file_is_unreadable"
    case isNotUTF8 = "pack.is_not_utf8"

    case isNoYaml = "pack.is_no_yaml"
    case hasTab = "pack.has_tab"
    case hasAlias = "pack.has_alias"
    case hasTag = "pack.has_tag"
    case hasTwoDocuments = "pack.has_two_documents"

    case keyIsUnknown = "pack.key_is_unknown"
    case keyIsMissing = "pack.key_is_missing"
    case keyIsDouble = "pack.key_is_double"
    case keyIsNoText = "pack.key_is_no_text"

    case expectsText = "pack.expects_text"
    case expectsNumber = "pack.expects_number"
    case expectsShare = "pack.expects_share"
    case expectsFlag = "pack.expects_flag"
    case expectsList = "pack.expects_list"
    case expectsSection = "pack.expects_section"
    case numberIsOutside = "pack.number_is_outside"

    case textIsEmpty = "pack.text_is_empty"
    case textIsTooLong = "pack.text_is_too_long"
    case textHasLines = "pack.text_has_lines"
    case textHasControls = "pack.text_has_controls"

    case idIsMalformed = "pack.id_is_malformed"
    case idIsDouble = "pack.id_is_double"
    case idIsKept = "pack.id_is_kept"
    case idIsNotFolder = "pack.id_is_not_folder"
    case versionIsMalformed = "pack.version_is_malformed"
    case kindIsUnknown = "pack.kind_is_unknown"
    case kindIsForLater = "pack.kind_is_for_later"
    case kindIsDefinition = "pack.kind_is_definition"
    case helpIsUnknown = "pack.help_is_unknown"
    case languageIsMalformed = "pack.language_is_malformed"
    case languageIsMissing = "pack.language_is_missing"
    case languageIsUndeclared = "pack.language_is_undeclared"
    case listHasDouble = "pack.list_has_double"
    case listIsEmpty = "pack.list_is_empty"
    case listIsShort = "pack.list_is_short"
    case listIsLong = "pack.list_is_long"
    case hasTooManyItems = "pack.has_too_many_items"
    case numberIsMissing = "pack.number_is_missing"
    case numberIsDouble = "pack.number_is_double"
    case numberIsForNothing = "pack.number_is_for_nothing"

    case scaleIsUnknown = "pack.scale_is_unknown"
    case scaleIsUnused = "pack.scale_is_unused"
    case scaleIsShort = "pack.scale_is_short"
    case scaleHasGap = "pack.scale_has_gap"
    case scaleTurns = "pack.scale_turns"
    case valueIsNoNumber = "pack.value_is_no_number"
    case answerKindIsUnknown = "pack.answer_kind_is_unknown"
    case themeIsUnknown = "pack.theme_is_unknown"
    case measureIsUnknown = "pack.measure_is_unknown"
    case bandsAreUnknown = "pack.bands_are_unknown"
    case bandsAreUnused = "pack.bands_are_unused"
    case bandsAreFew = "pack.bands_are_few"
    case bandsStartElsewhere = "pack.bands_start_elsewhere"
    case bandsAreUnordered = "pack.bands_are_unordered"
    case bandIsOutside = "pack.band_is_outside"
    case expectsDecimal = "pack.expects_decimal"
    case themeMixesScales = "pack.theme_mixes_scales"
    case themeMixesSensitive = "pack.theme_mixes_sensitive"
    case themePointsDown = "pack.theme_points_down"
    case themePointsUp = "pack.theme_points_up"

    case staffGroupIsUnknown = "pack.staff_group_is_unknown"
    case branchIsDouble = "pack.branch_is_double"
    case branchIsForAll = "pack.branch_is_for_all"
    case branchQuestionIsUnknown = "pack.branch_question_is_unknown"
    case branchQuestionIsSensitive = "pack.branch_question_is_sensitive"
    case branchesAreAll = "pack.branches_are_all"
    case branchAnswerIsUnknown = "pack.branch_answer_is_unknown"

    case wordsAreMissing = "pack.words_are_missing"
    case wordsAreUntranslated = "pack.words_are_untranslated"
    case wordsAreForNothing = "pack.words_are_for_nothing"

    case lockIsMalformed = "pack.lock_is_malformed"
    case wordingChanged = "pack.wording_changed"
    case meaningChanged = "pack.meaning_changed"
    case scaleChanged = "pack.scale_changed"
    case revisionWentBack = "pack.revision_went_back"

    /// Faults that have a second text, with `_near` behind the key, for when a known word is close.
    static let withNear: Set<PackFault> = [
        .fileIsUnknown, .keyIsUnknown, .kindIsUnknown, .helpIsUnknown, .scaleIsUnknown, .answerKindIsUnknown,
        .themeIsUnknown, .measureIsUnknown, .bandsAreUnknown, .staffGroupIsUnknown,
        .branchQuestionIsUnknown, .wordsAreForNothing,
    ]

    /// Every key that the locale files need for packs.
    public static var keys: [String] { allCases.flatMap(\.keys) }

    private var keys: [String] { Self.withNear.contains(self) ? [rawValue, rawValue + "_near"] : [rawValue] }
}
