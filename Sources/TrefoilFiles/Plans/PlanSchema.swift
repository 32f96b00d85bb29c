/// The description of `plan.json` for other programs: a JSON Schema, draft 2020-12.
public enum PlanSchema {
  /// The schema, with LF at the end.
  ///
  /// It asks only for what cannot be left out; ``PlanJSON/write(_:)`` always writes every key.
  public static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Trefoil plan",
      "description": "A plan of review triads. Schools, people and rules are called by their ids, never by their names. It holds no clock time, duration or name of a machine.",
      "type": "object",
      "additionalProperties": false,
      "required": ["trefoil", "trust", "terms"],
      "properties": {
        "trefoil": {"description": "The version of this format.", "const": 1},
        "trust": {"description": "The name of the trust, as in the scenario.", "type": "string"},
        "status": {
          "description": "optimal: the cost equals a proven bound. feasible: every rule that must hold does; the gap is not proven. infeasible: proven that no plan keeps every such rule. unknown: neither a plan nor a proof was found within the effort. Left out: feasible where there is a term, unknown otherwise.",
          "enum": ["optimal", "feasible", "infeasible", "unknown"]
        },
        "cost": {"description": "Person-minutes of the whole plan; null when there is no plan, or when they are not stated.", "$ref": "#/$defs/figureOrNull"},
        "bound": {"description": "No plan costs less than this many person-minutes; null when nothing is known.", "$ref": "#/$defs/figureOrNull"},
        "gap": {"description": "(cost - bound) / cost, rounded to 6 decimals; 0 when the cost is 0; null without both.", "type": ["number", "null"]},
        "seed": {"description": "The seed of the search; 0 when left out.", "type": "integer", "minimum": 0, "maximum": 18446744073709551615},
        "terms": {"description": "One entry for each planned term; none when there is no plan.", "type": "array", "items": {"$ref": "#/$defs/term"}},
        "secondments": {"description": "Who is seconded where; left out by trusts without openings.", "type": "array", "items": {"$ref": "#/$defs/secondment"}},
        "unfilled": {"description": "Openings that are not filled on all days in all terms.", "type": "array", "items": {"$ref": "#/$defs/unfilled"}},
        "secondmentCosts": {"description": "Person-minutes of all secondments by rule, openings that nobody fills among them; part of the cost.", "$ref": "#/$defs/costs"},
        "secondmentWorstOff": {"description": "Who on secondment travels longest in a week; left out without the rule worst-off.", "$ref": "#/$defs/worstOff"},
        "coaching": {"description": "Who coaches whom in the first term; left out by trusts that plan no coaching.", "$ref": "#/$defs/coaching"},
        "advocates": {"description": "Which trustee champions which school; left out by trusts without trustees.", "$ref": "#/$defs/advocates"},
        "networks": {"description": "Where each network meets; left out by trusts without networks.", "type": "array", "items": {"$ref": "#/$defs/network"}},
        "reasons": {"description": "Why there is no plan, or why one made all the same breaks what it breaks: independent reasons; left out where there are none.", "type": "array", "items": {"$ref": "#/$defs/reason"}},
        "broken": {"description": "What a plan made all the same does not keep; left out where it keeps everything.", "type": "array", "items": {"$ref": "#/$defs/broken"}},
        "notes": {"description": "What a reader should know: what was supplied or assumed, exceptions with their reasons.", "type": "array", "items": {"type": "string"}}
      },
      "$defs": {
        "id": {"type": "string", "minLength": 1},
        "ids": {"type": "array", "items": {"$ref": "#/$defs/id"}},
        "idOrNull": {"type": ["string", "null"], "minLength": 1},
        "figure": {"type": "integer", "minimum": -1000000000000000, "maximum": 1000000000000000},
        "figureOrNull": {"type": ["integer", "null"], "minimum": -1000000000000000, "maximum": 1000000000000000},
        "day": {"description": "Year, month and day.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "dayOrNull": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "costs": {
          "description": "Minutes by rule; rules that cost nothing are left out; null when they are not stated.",
          "type": ["object", "null"],
          "additionalProperties": {"$ref": "#/$defs/figure"}
        },
        "term": {
          "type": "object",
          "additionalProperties": false,
          "required": ["term", "groups"],
          "properties": {
            "term": {"description": "The name of the term.", "type": "string"},
            "groups": {"description": "Schools that review one another.", "type": "array", "items": {"$ref": "#/$defs/group"}},
            "resting": {"description": "Schools that sit this term out by the remainder rule.", "$ref": "#/$defs/ids"},
            "costs": {"description": "Person-minutes by rule over the whole term. Their sum over all terms is the cost.", "$ref": "#/$defs/costs"},
            "calendar": {"description": "How well the dates suit, in minutes by rule: a figure of its own, no part of the cost.", "$ref": "#/$defs/costs"},
            "worstOff": {"description": "Who travels longest to reviews and workshops; left out without the rule worst-off.", "$ref": "#/$defs/worstOff"}
          }
        },
        "worstOff": {
          "description": "Who travels longest, and what it would cost that nobody travels so long.",
          "type": "object",
          "additionalProperties": false,
          "required": ["person", "minutes"],
          "properties": {
            "person": {"description": "Of several who travel as long the first by id.", "$ref": "#/$defs/id"},
            "minutes": {"description": "To reviews and workshops in the term, there and back; on secondment in a week; for a coach one journey to each coachee.", "$ref": "#/$defs/figure"},
            "proven": {"description": "Whether it is proven that in every plan that costs no more somebody travels as long.", "type": "boolean"},
            "unavoidable": {"description": "Whether it is proven that in every plan somebody travels as long.", "type": "boolean"},
            "less": {"description": "The cheapest plan in which nobody travels so long; null where there is none or its price is not proven.", "$ref": "#/$defs/worstOffLess"}
          }
        },
        "worstOffLess": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "required": ["price", "minutes"],
          "properties": {
            "price": {"description": "Person-minutes that it costs more.", "$ref": "#/$defs/figure"},
            "person": {"description": "Who then travels longest; null where nobody travels.", "$ref": "#/$defs/idOrNull"},
            "minutes": {"description": "How long.", "$ref": "#/$defs/figure"}
          }
        },
        "reason": {
          "type": "object",
          "additionalProperties": false,
          "required": ["sentence", "requirements"],
          "properties": {
            "term": {"description": "The term that cannot be planned.", "type": "string"},
            "sentence": {"description": "Why, in words.", "type": "string"},
            "requirements": {"description": "What cannot hold together; none where nothing that was written is to blame.", "type": "array", "items": {"$ref": "#/$defs/requirement"}},
            "schools": {"description": "Schools for which they cannot.", "$ref": "#/$defs/ids"},
            "people": {"description": "People for whom they cannot.", "$ref": "#/$defs/ids"},
            "minimal": {"description": "Whether it is proven that with any one dropped the others can hold.", "type": "boolean"},
            "remedies": {"description": "The least changes, each found by solving.", "type": "array", "items": {"$ref": "#/$defs/remedy"}},
            "joint": {"description": "Of changes that make a plan possible when all are made together the one for this reason; missing where another deals with it too, or none are known.", "$ref": "#/$defs/remedy"}
          }
        },
        "requirement": {
          "type": "object",
          "additionalProperties": false,
          "required": ["text"],
          "properties": {
            "text": {"description": "As it was written, or what it says by default.", "type": "string"},
            "file": {"description": "The name of the file; null for a default.", "type": ["string", "null"]},
            "line": {"description": "From 1.", "$ref": "#/$defs/figureOrNull"}
          }
        },
        "remedy": {
          "type": "object",
          "additionalProperties": false,
          "required": ["text"],
          "properties": {
            "text": {"description": "What to do, in words.", "type": "string"},
            "edit": {"description": "What to write there; null where an entry goes.", "type": ["string", "null"]},
            "file": {"type": ["string", "null"]},
            "line": {"$ref": "#/$defs/figureOrNull"},
            "suffices": {"description": "Whether it does, all other reasons being dealt with; false of a change that alone does not, or of which it is not known.", "type": "boolean"},
            "least": {"description": "Whether it is proven that one step less does not do; false where that is not known, and of a change that does not suffice.", "type": "boolean"}
          }
        },
        "broken": {
          "type": "object",
          "additionalProperties": false,
          "required": ["sentence", "requirement"],
          "properties": {
            "sentence": {"description": "What is broken, for whom and by how much.", "type": "string"},
            "requirement": {"$ref": "#/$defs/requirement"},
            "kept": {"description": "What the plan keeps in its stead; null where nothing is left of it.", "type": ["string", "null"]},
            "schools": {"$ref": "#/$defs/ids"},
            "people": {"$ref": "#/$defs/ids"}
          }
        },
        "group": {
          "type": "object",
          "additionalProperties": false,
          "required": ["schools", "reviews"],
          "properties": {
            "schools": {"description": "The ids of its schools, each of which hosts one review.", "$ref": "#/$defs/ids"},
            "reviews": {"type": "array", "items": {"$ref": "#/$defs/review"}},
            "costs": {"description": "Person-minutes by rule that fall on this group; rules that look at the whole term are not in them.", "$ref": "#/$defs/costs"}
          }
        },
        "secondment": {
          "type": "object",
          "additionalProperties": false,
          "required": ["person", "opening", "from", "to", "days", "firstTerm", "terms"],
          "properties": {
            "person": {"description": "Who goes.", "$ref": "#/$defs/id"},
            "opening": {"description": "The opening that is filled.", "$ref": "#/$defs/id"},
            "from": {"description": "The school that releases.", "$ref": "#/$defs/id"},
            "to": {"description": "The school that receives.", "$ref": "#/$defs/id"},
            "days": {"description": "Days a week.", "$ref": "#/$defs/figure"},
            "firstTerm": {"description": "The name of the first term.", "type": "string"},
            "terms": {"description": "How many terms it lasts.", "$ref": "#/$defs/figure"},
            "coveredBy": {"description": "Who comes in this person's place, where the releasing school needs that.", "$ref": "#/$defs/idOrNull"},
            "costs": {"description": "Person-minutes by rule that fall on this secondment alone.", "$ref": "#/$defs/costs"}
          }
        },
        "advocates": {
          "type": "object",
          "additionalProperties": false,
          "required": ["pairs"],
          "properties": {
            "pairs": {"type": "array", "items": {"$ref": "#/$defs/advocacy"}},
            "unchampioned": {"description": "Schools without an advocate.", "type": "array", "items": {"$ref": "#/$defs/unchampioned"}},
            "costs": {"description": "Person-minutes by rule, schools without an advocate among them; part of the cost.", "$ref": "#/$defs/costs"}
          }
        },
        "advocacy": {
          "type": "object",
          "additionalProperties": false,
          "required": ["trustee", "school"],
          "properties": {
            "trustee": {"$ref": "#/$defs/id"},
            "school": {"description": "The school that the trustee champions.", "$ref": "#/$defs/id"},
            "costs": {"description": "Person-minutes by rule that fall on this pair alone.", "$ref": "#/$defs/costs"}
          }
        },
        "unchampioned": {
          "type": "object",
          "additionalProperties": false,
          "required": ["school"],
          "properties": {
            "school": {"$ref": "#/$defs/id"},
            "reasons": {"description": "Why.", "type": "array", "items": {"type": "string"}}
          }
        },
        "network": {
          "type": "object",
          "additionalProperties": false,
          "required": ["network", "groups"],
          "properties": {
            "network": {"$ref": "#/$defs/id"},
            "groups": {"description": "None where nobody meets.", "type": "array", "items": {"$ref": "#/$defs/networkGroup"}},
            "absent": {"description": "Members that come to no meeting.", "$ref": "#/$defs/ids"},
            "longest": {"description": "The longest journey one way to a meeting, in minutes.", "$ref": "#/$defs/figureOrNull"},
            "costs": {"description": "Person-minutes by rule, members at no meeting among them; part of the cost.", "$ref": "#/$defs/costs"}
          }
        },
        "networkGroup": {
          "type": "object",
          "additionalProperties": false,
          "required": ["venue", "schools"],
          "properties": {
            "venue": {"description": "The school where they meet.", "$ref": "#/$defs/id"},
            "schools": {"description": "The members that meet there, the venue among them if it is one.", "$ref": "#/$defs/ids"},
            "costs": {"description": "Person-minutes by rule that fall on this group alone.", "$ref": "#/$defs/costs"}
          }
        },
        "unfilled": {
          "type": "object",
          "additionalProperties": false,
          "required": ["opening", "days"],
          "properties": {
            "opening": {"$ref": "#/$defs/id"},
            "days": {"description": "Days a week that nobody fills, summed over the terms.", "$ref": "#/$defs/figure"},
            "reasons": {"description": "Why.", "type": "array", "items": {"type": "string"}},
            "remedies": {"description": "The least changes, each of which alone would fill more of it.", "type": "array", "items": {"type": "string"}}
          }
        },
        "coaching": {
          "type": "object",
          "additionalProperties": false,
          "required": ["pairs"],
          "properties": {
            "pairs": {"description": "Coaches with those they coach.", "type": "array", "items": {"$ref": "#/$defs/coachingPair"}},
            "uncoached": {"description": "Those who asked for a coach and have none.", "type": "array", "items": {"$ref": "#/$defs/uncoached"}},
            "costs": {"description": "Person-minutes of all coaching by rule; part of the cost.", "$ref": "#/$defs/costs"},
            "costOfStability": {"description": "Person-minutes that the best coaching without the rule coaching-stable would save; null where the rule is no must, or where it is not proven.", "$ref": "#/$defs/figureOrNull"},
            "worstOff": {"description": "The coach who travels longest; left out without the rule worst-off.", "$ref": "#/$defs/worstOff"}
          }
        },
        "coachingPair": {
          "type": "object",
          "additionalProperties": false,
          "required": ["coach", "coachee", "topic"],
          "properties": {
            "coach": {"description": "Who coaches.", "$ref": "#/$defs/id"},
            "coachee": {"description": "Who is coached.", "$ref": "#/$defs/id"},
            "topic": {"description": "What for, in the coachee's words.", "type": "string"},
            "costs": {"description": "Person-minutes by rule that fall on this pair alone.", "$ref": "#/$defs/costs"}
          }
        },
        "uncoached": {
          "type": "object",
          "additionalProperties": false,
          "required": ["person"],
          "properties": {
            "person": {"$ref": "#/$defs/id"},
            "reasons": {"description": "Why.", "type": "array", "items": {"type": "string"}}
          }
        },
        "review": {
          "type": "object",
          "additionalProperties": false,
          "required": ["host", "reviewers"],
          "properties": {
            "host": {"description": "The school that is reviewed.", "$ref": "#/$defs/id"},
            "reviewers": {"description": "Principals of other schools of the group.", "$ref": "#/$defs/ids"},
            "champions": {"description": "Improvement Champions on the team.", "$ref": "#/$defs/ids"},
            "lead": {"description": "The member of the team who leads it; the first of the team when left out.", "$ref": "#/$defs/idOrNull"},
            "workshopLead": {"description": "The champion who leads the workshop after the review.", "$ref": "#/$defs/idOrNull"},
            "dates": {"description": "The days of the review, in order; none when the term has no dates.", "type": "array", "items": {"$ref": "#/$defs/day"}},
            "workshopDate": {"$ref": "#/$defs/dayOrNull"},
            "dataDue": {"description": "The day by which the host's data is with the team.", "$ref": "#/$defs/dayOrNull"}
          }
        }
      }
    }

    """#
}
