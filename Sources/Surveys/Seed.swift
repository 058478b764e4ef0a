enum SurveysSeed {}
