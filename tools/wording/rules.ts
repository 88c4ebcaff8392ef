/** A word or phrase that we do not use, and its replacement. */
export interface Rule {
  readonly pattern: RegExp
  readonly instead: string
}

const rule = (pattern: RegExp, instead: string): Rule => ({ pattern, instead })

/** Wording that reads like a translation, and British spelling. */
export const rules: readonly Rule[] = [
  rule(/\bmend(s|ed|ing)?\b/i, 'fix'),
  rule(/\b(the|an?|its|this|no|each|every|whole|last|late) answers?\b/i, 'response'),
  rule(/\banswers with\b/i, 'responds with, returns'),
  rule(/\b(stands|stood|stand) (in(?! for\b)|behind|beside|below|above|there|at|already|under)\b/i, 'is in, follows'),
  rule(/\blies? (in|behind|below|between|under|beside)\b/i, 'is in'),
  rule(/^Gives (back|the(?! (job|process instance))|an? (list|page|response))\b/, 'Returns'),
  rule(/^Makes (?!.*\b(visible|available|findable|true|equal)\b)/, 'Creates'),
  rule(
    /\bgives? (back|an?|the|no|its|one|all) (\w+ )?(tokens?|incidents?|pages?|lists?|responses?|errors?|records?)\b/i,
    'returns',
  ),
  rule(/\btell(s|ing)? (of|about|each|what|whether|how)\b/i, 'says, reports'),
  rule(/\bask(s|ed)? for (an?|the|another|its|their|one|as few|new|no) (\w+ )?tokens?\b/i, 'request'),
  rule(/\b(is|are) tried again\b/i, 'is retried'),
  rule(
    /(?<!\bthere )\b(is|are) no (keys?|reads?|dates?|numbers?|methods?|texts?|lists?|URLs?|tokens?|errors?|functions?|objects?)\b/i,
    'is not a',
  ),
  rule(/\bwhat there is\b/i, 'the noun: the jobs, the files'),
  rule(/\bto be had\b|\b(few|little|much) as can be\b/i, 'available, possible'),
  rule(/\bof one['’]s own\b/i, 'your own'),
  rule(/\b(inside|outside) of (?!the loop\b)/i, 'inside, outside'),
  rule(/\btime-?outs?\b(?<!timeouts?)/i, 'timeout'),
  rule(/\bshut(s|ting)? out\b/i, 'block'),
  rule(/\bworth an alarm\b/i, 'alert on'),
  rule(/\bhas to be\b|\bhave to be\b/i, 'must be'),
  rule(/\bcopy it again\b/i, 'what the value must look like'),
  rule(/\bhand(s|ed|ing)? over\b/i, 'pass'),
  rule(/\bopens? (the|an|its|no|all|which|both|every) (\w+ )?APIs?\b/i, 'works for'),
  rule(
    /\b(server|provider|operation|method|API|endpoint|runtime|it|Entra|Keycloak|workerd|Camunda)s? wants?\b/,
    'requires, expects',
  ),
  rule(
    /\bwants? (an?|no|the|its|another) (\w+ )?(token|certificate|client|body|header|audience|permission|string|text|number)s?\b/i,
    'requires',
  ),
  rule(/\bbelongs? into\b/i, 'belongs in'),
  rule(/\b(that|which|it) (is|are) none\b/i, 'is not one'),
  rule(/\bcomes? to (against|\d)/i, 'saves, costs'),
  rule(/\b(is|are) withdrawn\b|\bwithdraws? (a|the|all|every|its) (\w+ )?tokens?\b/i, 'revoke'),
  rule(/\bwas looked for\b|\bis looked for\b/i, 'is searched for'),
  rule(/\b(much|little) as can\b/i, 'as possible'),
  rule(/\bhow (it|they|that|this) (is|are) called\b/i, 'what it is called'),
  rule(/\bnothing to be done\b/i, 'nothing to do'),
  rule(/\bis of (\d|one|two)\b/i, 'has'),
  rule(/\bfor (these|those) who want\b/i, 'if you want'),
  rule(/\bof (19|20)\d\d on\b/i, 'from … on'),
  rule(/\blets (nobody|somebody|everybody|anybody)\b/i, 'say who'),
  rule(/\b(is|are) told (?!apart\b)/i, 'gets, is set, is measured'),
  rule(/\b(its|their) like\b/i, 'and similar'),
  rule(/(^|[.:;,] )(only )?who (has|lacks|imports|deploys|needs|wants)\b/i, 'if you have, anyone who has'),
  rule(/\ball that (is no|goes|decides)\b/i, 'everything that'),
  rule(/\b(nobody|somebody|everybody)\b/i, 'no caller, another process, all users: name them'),
  rule(/\bwhoever\b/i, 'anyone who, the process that'),
  rule(/\banew\b/i, 'again'),
  rule(/\bunder way\b/i, 'pending, running, in progress'),
  rule(/\bwill do\b/i, 'works, is enough'),
  rule(/\bmade of (it|them|the|an?)\b/i, 'created from, consists of'),
  rule(/\b(goes|go|going) on\b(?! (to|top|as|the|behalf))/i, 'continues'),
  rule(/\b(an?|each|every|this|the|next|last|one|all|its|first) (try|tries)\b/i, 'attempt'),
  rule(/\b(?<!there )(is|are) no (numbers?|strings?|arrays?|errors?|JWTs?|JSON|files?|keys?)\b/i, 'is not a'),
  rule(/\b(asks?|asked) for\b(?! permission)/i, 'requests'),
  rule(/\b(must|all|both) hold\b/i, 'must be met'),
  rule(/\bSurvives two copies\b/i, 'Always true. Use it where `instanceof` fails'),
  rule(/\bWhat is used of\b/i, 'The methods of … that … calls'),
  rule(/\bput right\b/i, 'repaired, fixed'),
  rule(/\bfor good\b/i, 'permanently'),
  rule(/\bmisspelt\b/i, 'misspelled'),
  rule(/\b(is|are) (deprecated|gone) since\b/i, 'has been deprecated since, is gone from … on'),
  rule(/\blook(s|ed)? whether\b/i, 'checks whether'),
  rule(/\b(as|in|with|by|or) `$/, 'a line break in a code span: escape it as two characters'),
  rule(/\b(behaviour|colour|favour|honour|neighbour|licence|catalogue|centre)s?\b/i, 'American spelling'),
  rule(/\b(cancell|labell|travell|modell)(ed|ing)\b/i, 'American spelling: canceled, labeled'),
  rule(
    /\b(recogni|organi|initiali|seriali|normali|authori|optimi|minimi|summari)s(e[sd]?|ing|ation)\b/i,
    'American spelling: -ize',
  ),
]

/** A place where the wording is right. */
export interface Exception {
  /** Path of the file, or a prefix of it. */
  readonly file: string
  /** What the line must contain. */
  readonly text: string
  readonly reason: string
}

export const exceptions: readonly Exception[] = []
