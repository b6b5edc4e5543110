//! The meanings that rules speak of. A word of either language belongs to one or more of them in `*.toml`.

/// The value of [`Concept::Group`] for those who belong to no party.
pub(crate) const INDEPENDENTS: i64 = 3;

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// A meaning, whatever the language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Concept { $($(#[$doc])* $name,)* }

        impl Concept {
            /// All of them with their names in the lexicon files.
            pub const ALL: &[(&str, Concept)] = &[$(($id, Concept::$name),)*];
        }
    };
}

concepts! {
    // What happens.
    /// An election or vote as an event.
    Election = "election",
    /// The act of voting, polls opening.
    Polling = "polling",
    /// What only a public election has, without the word: a president-elect, an exit poll.
    PublicVote = "public_vote",
    /// The first or second round; value 1 or 2.
    Round = "round",
    /// Leads, trails: value 1 of whom comes first, 2 of whom comes after.
    Ahead = "ahead",
    /// Held, scheduled: an event takes place.
    Held = "held",
    /// Early, snap election.
    Early = "early",
    /// What happens once in the life of somebody or of a party, whose year is no election's: born, founded, joined, appointed.
    Life = "life",
    /// Campaigning, registration, debates: events around a vote that are not the vote.
    AroundVote = "around_vote",

    // What is voted for; value is the office's index in `Office`.
    /// A word that names an office or body.
    Office = "office",
    /// Words that make a vote one of a club or federation; value 2 of a company, where the sentence tells of voting.
    OtherVote = "other_vote",

    // What numbers count; value 2 is a word that counts it only beside other words of voting.
    /// Voters.
    Voter = "voter",
    /// Citizens, people, persons.
    Person = "person",
    /// Polling stations, centres; value 1, or 2 for the words of any office: مكتب, لجنة, "centres".
    Station = "station",
    /// Observers, monitors.
    Observer = "observer",
    /// Verbs of observing a vote.
    Watched = "watched",
    /// Organizations, bodies.
    Organization = "organization",
    /// Countries, states.
    CountryUnit = "country_unit",
    /// Journalists.
    Journalist = "journalist",
    /// Seats, mandates.
    Seat = "seat",
    /// Members, deputies, lawmakers.
    Member = "member",
    /// Votes.
    Vote = "vote",
    /// Ballot papers.
    Ballot = "ballot",
    /// Candidates.
    Candidate = "candidate",
    /// Lists.
    List = "list",
    /// Political parties as a counted thing.
    PartyUnit = "party_unit",
    /// Police, soldiers, security.
    Security = "security",
    /// Polling staff.
    Staff = "staff",
    /// Years.
    Year = "year",
    /// Months, weeks, days, hours, minutes, and marks of the hour: "p.m.".
    TimeUnit = "time_unit",
    /// Percentage points.
    Point = "point",
    /// A percent sign or word.
    Percent = "percent",
    /// Currencies.
    Money = "money",
    /// Anything else that is counted; value 3 for what is done to people (killed, detained), which need not stand at its number.
    OtherUnit = "other_unit",

    // What a percent is of, what a number means.
    /// Turnout, participation.
    Turnout = "turnout",
    /// Abstention.
    Abstention = "abstention",
    /// Counting of votes.
    Counted = "counted",
    /// A threshold.
    Threshold = "threshold",
    /// Registered, entitled, called to vote.
    Registered = "registered",
    /// Cast, took part, voted.
    Cast = "cast",
    /// A verb of voting that is written like the noun of a vote.
    VoteVerb = "vote_verb",
    /// Chose, backed, voted for somebody.
    Chose = "chose",
    /// Undecided, of no opinion.
    Undecided = "undecided",
    /// Combined, taken together.
    Together = "together",
    /// Valid.
    Valid = "valid",
    /// Invalid, void, spoilt.
    Invalid = "invalid",
    /// Blank.
    Blank = "blank",
    /// A lead; value 1 for the noun (lead, margin, difference), 2 for "ahead", 3 for a lead over somebody, 4 for what lies between two.
    Lead = "lead",
    /// "By" before a margin.
    By = "by",
    /// Term of office; value 2 for words of any length of time.
    Term = "term",
    /// Got, received, polled; value 1 for verbs that say nothing but that, 2 for those that say more or other things too.
    Got = "got",
    /// Share, percentage as a noun.
    Share = "share",
    /// Out of a total.
    OutOf = "out_of",
    /// To elect, to choose, to fill.
    ToElect = "to_elect",
    /// Consists of, comprises; value 2 for words that are said of parties too, 3 for words that are said of anything.
    Comprises = "comprises",
    /// Needs, requires; value 2 for what it is needed for: to avoid a second round, to win outright; 3 for what the law asks of a winner.
    Needs = "needs",
    /// Compete, contest, stand.
    Contest = "contest",
    /// Respectively.
    Respectively = "respectively",
    /// Each.
    Each = "each",
    /// A count follows its noun; value 1 for "the number of", "total", 2 for "reached", "stood at".
    CountWord = "count_word",
    /// That there are some: "there were", "home to".
    ThereAre = "there_are",
    /// "Of them", "of whom": the unit is the one before.
    OfThem = "of_them",
    /// The others, the remaining: besides those who are named.
    Other = "other",
    /// By post, in advance: a part of those who voted.
    ByPost = "by_post",
    /// Only, alone.
    Only = "only",
    /// Rise, fall by: an increment, not a figure; value 2 for "up" and "down", which say it only right before a number, 3 for those that do right behind it.
    Change = "change",
    /// Words of the economy: a percent beside one is no share of a vote.
    Economy = "economy",
    /// Part of those who vote: women, the young.
    Subgroup = "subgroup",
    /// What people think of things: a percent of them is no share of a vote.
    Opinion = "opinion",
    /// Previous, earlier.
    Previous = "previous",
    /// Age.
    Age = "age",
    /// A poll's margin of error.
    PollError = "poll_error",
    /// Leaving a race, of their own will or not: withdrew, barred, killed.
    Removed = "removed",
    /// Buying votes.
    Bought = "bought",

    // Relations.
    /// Won; value 2 for coming first, 3 for handing somebody the victory, 4 for beating somebody.
    Won = "won",
    /// What is won with an office: the presidency.
    Mandate = "mandate",
    /// What makes a victory no fact: if, would, hopes, claims; value 2 for what does right behind it only: "campaign", 3 for
    /// what a run-off is that does not come.
    Unreal = "unreal",
    /// What voters do to an option of a referendum.
    Answered = "answered",
    /// Victory as a noun.
    Victory = "victory",
    /// Elected, re-elected.
    Elected = "elected",
    /// Lost, defeated.
    Lost = "lost",
    /// Winner.
    WinnerNoun = "winner_noun",
    /// Negation.
    Not = "not",
    /// Rival, opponent.
    Rival = "rival",
    /// Nominated, fielded: a party sends somebody into the race.
    Nominated = "nominated",
    /// On behalf of a party; value 1 for what says it by itself, 2 for what says it only beside a word of standing: "for".
    Behalf = "behalf",
    /// Kept a seat.
    Kept = "kept",
    /// Two candidates against each other.
    Duel = "duel",
    /// Seats went to somebody.
    WentTo = "went_to",

    // Status and bound.
    /// Final, official, definitive.
    Final = "final",
    /// Preliminary.
    Preliminary = "preliminary",
    /// Partial.
    Partial = "partial",
    /// Exit poll, projection, estimate; value 1 for nouns before which a pollster is named.
    Projection = "projection",
    /// Opinion poll; value 1 for nouns before which a pollster is named.
    OpinionPoll = "opinion_poll",
    /// Expected, planned.
    Expected = "expected",
    /// Results.
    Result = "result",
    /// About.
    About = "about",
    /// Over.
    Over = "over",
    /// Under.
    Under = "under",
    /// Between.
    Between = "between",

    // Names.
    /// A title or role that stands before a person's name.
    Title = "title",
    /// The head word of a party's name: party, movement, front.
    PartyHead = "party_head",
    /// What a party's name says that it is for: "for Democratic Change", لتحرير السودان.
    PartyCause = "party_cause",
    /// A party known by one word of its family: Republicans, Conservatives, Greens.
    PartyFamily = "party_family",
    /// A group: women, independents, opposition; see the numbers in `names.toml`; 2 is a party: "the ruling party".
    Group = "group",
    /// A ballot option; value 1 yes, 2 no, 3 against all.
    Choice = "choice",
    /// The head word of an organization's name: commission, ministry.
    OrgHead = "org_head",
    /// A body that holds elections: commission, authority.
    ElectionBody = "election_body",
    /// Region, city, district; value 2 for directions.
    PlaceHead = "place_head",
    /// A region or city of the world, from the lists.
    Place = "place",
    /// Abroad, overseas.
    Abroad = "abroad",
    /// A country; value packs its ISO code.
    Country = "country",
    /// A capital that stands for its country in news; value packs the country's code.
    Capital = "capital",
    /// A country's adjective; value packs its ISO code.
    Nationality = "nationality",
    /// Said, announced.
    Said = "said",
    /// Leader of.
    Leader = "leader",

    // Small words.
    /// In, at.
    In = "in",
    /// From, of.
    From = "from",
    /// On, for, against and the like: prepositions that name no place.
    Prep = "prep",
    /// For, on behalf of, in the name of a party.
    For = "for",
    /// By, with.
    With = "with",
    /// Against, versus.
    Against = "against",
    /// And.
    And = "and",
    /// While, whereas, but: a clause begins.
    Clause = "clause",
    /// Who, which, that.
    Relative = "relative",
    /// Pronouns and determiners that end a name.
    Function = "function",

    // Tables and lists.
    /// A word that heads a column or a row of a table and says something only there: 1 a name follows, 2 a place, 3 a difference,
    /// 4 a rank, 5 all rows together, 6 who voted. It is no known word elsewhere.
    Column = "column",

    // Numbers and dates.
    /// A number word; value is the number.
    Number = "number",
    /// A scale word: thousand, million; value is the factor.
    Scale = "scale",
    /// An ordinal word; value is the number.
    Ordinal = "ordinal",
    /// A fraction: half, quarter; value is the numerator, then the denominator in two digits.
    Fraction = "fraction",
    /// What stands between the whole and the decimals of a spoken number.
    DecimalWord = "decimal_word",
    /// An Arabic noun in the dual: it says two by itself.
    DualNoun = "dual_noun",
    /// A Gregorian month; value 1 to 12.
    Month = "month",
    /// A Hijri month; value 1 to 12.
    HijriMonth = "hijri_month",
    /// A weekday; value 1 (Monday) to 7.
    Weekday = "weekday",
    /// A day relative to publication; value is the offset in days.
    RelativeDay = "relative_day",
    /// Past, next, current, the same as before, beside a time word; value -1, 1, 0, 9; ±2 one further.
    Direction = "direction",
    /// The word "day", "date" before a date.
    DayWord = "day_word",
    /// The words "month" and "year" in dates; value 30 or 365; 7 for a week.
    PeriodWord = "period_word",
    /// An era mark; value 1 Hijri, 0 Gregorian, -1 before it.
    Era = "era",
    /// A month's name or abbreviation that is more often another word; value 1 to 12.
    WeakMonth = "weak_month",
    /// A phrase that holds a date's word and is none.
    NoDate = "no_date",
    /// Leads to a month or year; value 1 where what follows can hardly be a name.
    DateLead = "date_lead",
    /// Between a day and its month, a month and its year.
    DateLink = "date_link",
    /// Between the days of one range; value 1 for a stretch, 0 for a list.
    RangeLink = "range_link",
    /// Between two names of the same day.
    SameDate = "same_date",
    /// What a day and month name, so that they date nothing themselves.
    DatedThing = "dated_thing",
    /// What follows is still to come; value 2 for what faces a vote, 3 for what leads to it: "before".
    Future = "future",
    /// What follows is over.
    Past = "past",
    /// Sets a date as a limit: by, until.
    Limit = "limit",
    /// Leads to the day a text was published.
    Published = "published",
    /// Sets a length of time off from the publication; value ±1 or -3 before it, -2 after it.
    Shift = "shift",
    /// The unit of a length of time; value 1 years, 2 months, 3 weeks, 4 days, 5 hours, 6 minutes.
    DurationUnit = "duration_unit",
    /// A dual that is a length of time by itself; values as of `duration_unit`.
    DurationDual = "duration_dual",
    /// What makes a number of a day an ordinal: st, nd, rd, th.
    DaySuffix = "day_suffix",
    /// The Arabic article where it stands apart, before digits.
    Article = "article",
}

impl Concept {
    /// The concept of this name.
    pub fn named(id: &str) -> Option<Concept> {
        Concept::ALL.iter().find(|(name, _)| *name == id).map(|(_, c)| *c)
    }

    /// Its name in the lexicon files.
    pub fn id(self) -> &'static str {
        Concept::ALL[self as usize].0
    }
}
