import ArgumentParser
struct WaveResults: AsyncParsableCommand {}
