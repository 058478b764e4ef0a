import ArgumentParser
struct Demo: AsyncParsableCommand {}
struct WaveResults: AsyncParsableCommand {}
