import ArgumentParser
@main struct Weefsel: ParsableCommand {}
