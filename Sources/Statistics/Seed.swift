enum StatisticsSeed {}
