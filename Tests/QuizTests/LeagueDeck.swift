import Deck
import Testing

/// A small deck of leagues and states, with what makes questions hard: rounds of joiners, a gap, imprecise
/// dates, an open end, roles, a list that is not complete.
enum LeagueDeck {
  static let deck: Deck = load(text)

  static func load(_ text: String) -> Deck {
    let file = DeckFile(name: "league.json", bytes: Array(text.utf8))
    switch Deck.load([file], include: { _, _ in nil }) {
    case .success(let deck): return deck
    case .failure(let problems):
      Issue.record("\(problems)")
      return Deck(
        headers: [],
        topics: [],
        sources: [],
        types: [],
        relations: [],
        entities: [],
        facts: [],
        completeness: [],
        disputes: [],
        cards: []
      )
    }
  }

  static let text = #"""
    {"format":"muster-deck","version":1,"id":"league","title":"Leagues","language":"en","checked":"2020-06-30",
    "topics":[{"id":"north","title":"The north","weight":2},{"id":"south","title":"The south","weight":1}],
    "sources":[{"id":"s1","title":"A chronicle","url":"https://example.org/1","type":"reference"},
     {"id":"s2","title":"The treaty text","url":"https://example.org/2","type":"primary"}],
    "types":[{"id":"league","name":"league","plural":"leagues"},{"id":"state","name":"state","plural":"states"},
     {"id":"person","name":"person","plural":"people"}],
    "relations":[
     {"id":"founded","subject":["league"],"value":"date","functional":true,"milestone":"begins","noun":"founding",
      "phrases":{"statement":["{subject} was founded {when}."],"clause":["{subject} was founded"],
      "A1":["{ask} was {subject} founded?","{ask} did {subject} come into being?"],"A2":["{which} was founded {when}?"],
      "A7":["For how many full years did {subject} exist?"],"A9":["Which of these was founded first?"],
      "A10":["In which order were these founded, earliest first: {list}?"],
      "A11":["Which of these was in being {asOf}?"],"A12":["{which} was founded first?"],"A12last":["Seen {asOf}, {which} was founded most recently?"],
      "C6":["Was {a} founded before {b}, after it, or on the same day?"],"C6.options":["before","after","on the same day"],
      "C7":["By date of founding, where does {subject} belong on a line with {a} and {b}?"],"C7.options":["before both","between the two","after both"],
      "E2":["From which year to which year did {subject} exist?"],"E8":["Which of these existed at the same time as {subject}?"],
      "F4":["Which year completes the sentence: “{subject} was founded in ____”?"],
      "F5":["Which year of founding belongs to each of these: {list}?"],
      "F7":["A pupil writes that {subject} was founded in {wrong}, which is wrong: {ask:year} was it?"],
      "F1":["{ask} was the league founded whose seat was {via:home}?"]}},
     {"id":"ended","subject":["league"],"value":"date","functional":true,"milestone":"ends","noun":"dissolution",
      "phrases":{"statement":["{subject} was dissolved {when}."],"A3":["{ask} was {subject} dissolved?"],"A2":["{which} was dissolved {when}?"],
      "D5":["{subject} was founded {when:founded}: {ask} was it dissolved?"]}},
     {"id":"seat","subject":["league"],"value":["state"],"functional":true,"dated":true,"noun":"seat",
      "phrases":{"statement":["{subject} had its seat in {value}, beginning {when}."],"A4":["Where was the seat of {subject} {asOf}?"],"A4r":["{which} had its seat in {value} {asOf}?"],
      "E2":["From when to when was the seat of {subject} in {value}?"]}},
     {"id":"home","subject":["person"],"value":["league"],"functional":true,"phrases":{"statement":["{subject} led {value} first."],"C3":["Which league did {subject} lead first?"],"C3r":["{which} was the first to lead {value}?"]}},
     {"id":"short","subject":["league"],"value":"text","functional":true,"inverse":"functional","phrases":{"statement":["{value} stands for {subject.name}."],
      "A5":["What is the abbreviation of {subject.name}?"],"A5r":["What does {value} stand for?"]}},
     {"id":"article","subject":["league"],"value":"number","functional":true,"phrases":{"statement":["Article {value} of the charter of {subject} has the duty to help."],
      "D2":["Which article of the charter of {subject} has the duty to help?"]}},
     {"id":"member","subject":["league"],"value":["state"],"dated":true,"noun":"accession",
      "roles":[{"id":"founder","name":"founding member","plural":"founding members"},{"id":"member","name":"member","plural":"members"},
       {"id":"observer","name":"observer","plural":"observers","counts":false}],
      "phrases":{"statement":["{value} joined {subject} {when}."],"statement:observer":["{value} was an observer of {subject}, beginning {when}."],
      "ended":["{value} was a member of {subject} from {date} to {endDate}."],"clause":["{value} joined {subject}"],
      "counted":["{subject} had {n} members {asOf}."],"listed":["The {roles} of {subject} were {list}."],
      "A6":["How many members did {subject} have {asOf}?"],"A12last":["Seen {asOf}, {which} had joined {subject} most recently?"],
      "B1":["Which of these was a member of {subject} {asOf}?"],"B2":["Which of these was NOT a member of {subject} {asOf}?"],
      "B3":["{ask} did {value} join {subject}?"],"B4":["{which} joined {subject} {when}?"],"B4n":["Which {count} {types} joined {subject} {when}?"],
      "B5:founder":["Which {count} {types} founded {subject}?"],"B5any:founder":["Can you name any three founding members of {subject}?"],
      "B6":["In order of joining {subject}, what fills the gap: {list}?"],"B7":["{which} did {a} and {b} both belong to {asOf}?"],
      "B8":["{which} belonged to both {a} and {b} {asOf}?"],"B9":["{ask} did {value} leave {subject}?"],"B9r":["{which} left {subject} {endWhen}?"],
      "B10":["From when to when, each time, was {value} a member of {subject}?"],"B11":["{which} became the {nth} member of {subject}?"],
      "B12":["To which {types} in this course did {value} belong {asOf}?"],"B13":["Was {value} a member of {subject} {asOf}?"],"B13.options":["true","false"],
      "B14":["What was the status of {value} in {subject} {asOf}?"],
      "F2":["How many members did {subject} have when {clause}?"],"F3":["How many more members did {subject} have {asOf} than {since}?"]}}
    ],
    "entities":[
     {"id":"nl","type":"league","name":"Northern League","abbreviation":"NL","region":"North","family":"leagues"},
     {"id":"sl","type":"league","name":"Southern Pact","abbreviation":"SOP","region":"South","family":"leagues"},
     {"id":"old","type":"league","name":"Old Concert","region":"North","family":"leagues"},
     {"id":"mid","type":"league","name":"Middle Union","region":"South","family":"leagues"},
     {"id":"ann","type":"person","name":"Ann Abel"},{"id":"bea","type":"person","name":"Bea Brook"},{"id":"cyd","type":"person","name":"Cyd Crane"},
     {"id":"a","type":"state","name":"Arland","region":"North"},{"id":"b","type":"state","name":"Borland","region":"North"},
     {"id":"c","type":"state","name":"Corland","region":"North"},{"id":"d","type":"state","name":"Dorland","region":"North"},
     {"id":"e","type":"state","name":"Erland","region":"South","former":[{"name":"Old Erland","from":"1900","to":"1970-01-01"}]},
     {"id":"f","type":"state","name":"Forland","region":"South"},{"id":"g","type":"state","name":"Gorland","region":"South"},
     {"id":"h","type":"state","name":"Horland","region":"South"},{"id":"i","type":"state","name":"Irland","region":"North"},
     {"id":"j","type":"state","name":"United Jorland","the":true,"region":"North"}
    ],
    "facts":[
     {"id":"nl.f","relation":"founded","subject":"nl","value":"1950-03-02","sources":["s1","s2"],"topic":"north","tier":"essentials","remark":"The chronicle calls it the spring treaty."},
     {"id":"sl.f","relation":"founded","subject":"sl","value":"1962-07-14","sources":["s1"],"topic":"south","tier":"essentials"},
     {"id":"old.f","relation":"founded","subject":"old","value":"1931","sources":["s1"],"topic":"north","tier":"standard"},
     {"id":"mid.f","relation":"founded","subject":"mid","value":"1975-05","sources":["s1"],"topic":"south","tier":"standard"},
     {"id":"sl.e","relation":"ended","subject":"sl","value":"1991-01-31","sources":["s1"],"topic":"south","tier":"essentials"},
     {"id":"old.e","relation":"ended","subject":"old","value":"1945-08","sources":["s1"],"topic":"north","tier":"standard"},
     {"id":"nl.s1","relation":"seat","subject":"nl","value":"a","from":"1950-03-02","to":"1980-01-10","sources":["s1"],"topic":"north"},
     {"id":"nl.s2","relation":"seat","subject":"nl","value":"b","from":"1980-01-10","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"sl.s","relation":"seat","subject":"sl","value":"f","from":"1962-07-14","to":"1991-01-31","sources":["s1"],"topic":"south"},
     {"id":"mid.s","relation":"seat","subject":"mid","value":"h","from":"1975-05","to":"ongoing","sources":["s1"],"topic":"south"},
     {"id":"h1","relation":"home","subject":"ann","value":"nl","sources":["s1"],"topic":"north"},
     {"id":"h2","relation":"home","subject":"bea","value":"sl","sources":["s1"],"topic":"south"},
     {"id":"h3","relation":"home","subject":"cyd","value":"mid","sources":["s1"],"topic":"south"},
     {"id":"ab1","relation":"short","subject":"nl","value":"NL","sources":["s1"],"topic":"north"},
     {"id":"ab2","relation":"short","subject":"sl","value":"SOP","sources":["s1"],"topic":"south"},
     {"id":"ab3","relation":"short","subject":"mid","value":"MU","sources":["s1"],"topic":"south"},
     {"id":"n1","relation":"article","subject":"nl","value":5,"sources":["s2"],"topic":"north"},
     {"id":"n2","relation":"article","subject":"sl","value":3,"sources":["s2"],"topic":"south"},
     {"id":"n3","relation":"article","subject":"mid","value":9,"sources":["s2"],"topic":"south"},
     {"id":"m.nl.a","relation":"member","role":"founder","subject":"nl","value":"a","from":"1950-03-02","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.b","relation":"member","role":"founder","subject":"nl","value":"b","from":"1950-03-02","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.c","relation":"member","role":"founder","subject":"nl","value":"c","from":"1950-03-02","to":"1999-05-20","ending":"withdrew","sources":["s1"],"topic":"north"},
     {"id":"m.nl.d","relation":"member","role":"member","subject":"nl","value":"d","from":"1961-04-09","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.e","relation":"member","role":"member","subject":"nl","value":"e","from":"1966-10-01","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.j","relation":"member","role":"member","subject":"nl","value":"j","from":"2004-03-29","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.i","relation":"member","role":"member","subject":"nl","value":"i","from":"2004-03-29","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.nl.g","relation":"member","role":"observer","subject":"nl","value":"g","from":"1998-01-01","to":"ongoing","sources":["s1"],"topic":"north"},
     {"id":"m.sl.e","relation":"member","role":"founder","subject":"sl","value":"e","from":"1962-07-14","to":"1991-01-31","sources":["s1"],"topic":"south"},
     {"id":"m.sl.f","relation":"member","role":"founder","subject":"sl","value":"f","from":"1962-07-14","to":"1991-01-31","sources":["s1"],"topic":"south"},
     {"id":"m.sl.g","relation":"member","role":"founder","subject":"sl","value":"g","from":"1962-07-14","to":"1971-06-01","sources":["s1"],"topic":"south"},
     {"id":"m.sl.g2","relation":"member","role":"member","subject":"sl","value":"g","from":"1979-02-03","to":"1991-01-31","sources":["s1"],"topic":"south"},
     {"id":"m.mid.h","relation":"member","role":"member","subject":"mid","value":"h","from":"1975-05","to":"unknown","attested":"2010","sources":["s1"],"topic":"south"}
    ],
    "complete":[
     {"relation":"member","subject":"nl","from":"1950-03-02","to":"2020-06-30","sources":["s1"]},
     {"relation":"member","subject":"sl","from":"1962-07-14","to":"2020-06-30","sources":["s1"]},
     {"relation":"member","value":"e","from":"1950-01-01","to":"2020-06-30","sources":["s1"]}
    ],
    "cards":[{"id":"c1","question":"Which hall saw the last session of the Southern Pact?","answers":["The Blue Hall","Blue Hall"],"distractors":["The Red Hall","The Green Hall"],"explanation":"It met in the Blue Hall.","sources":["s1"],"topic":"south","tier":"essentials"}]
    }
    """#
}
