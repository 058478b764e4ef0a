/// Why a data folder cannot be used. Each is one line to the operator.
public enum StartProblem: String, Error {
    case isHeldByAnother = "start.is_held_by_another"
    case isFromNewerVersion = "start.is_from_newer_version"
    case isOlder = "start.is_older"
    case isNotDurable = "start.is_not_durable"
    case isNotWritable = "start.is_not_writable"
    case portIsTaken = "start.port_is_taken"
    case isNotEmpty = "start.is_not_empty"
    case isReal = "start.is_real"
    case clockIsFixed = "start.clock_is_fixed"
    case isNoBackup = "start.is_no_backup"
    case pathIsTooLong = "start.path_is_too_long"
    case isNoProof = "start.is_no_proof"
    case fileExists = "start.file_exists"
}
