/** Irregular verbs: base, past, past participle (if it differs). */

export const IRREGULAR_VERBS: readonly (readonly string[])[] = (
  'say said,tell told,think thought,know knew known,write wrote written,speak spoke spoken,see saw seen,hear heard,feel felt,find found,' +
  'mean meant,read read,swear swore sworn,foresee foresaw foreseen,forget forgot forgotten,understand understood,teach taught,' +
  'hold held,make made,give gave given,get got gotten,go went gone,come came come,take took taken,put put,set set,let let,keep kept,' +
  'leave left,lead led,lose lost,win won,meet met,pay paid,run ran run,send sent,show showed shown,sit sat,stand stood,begin began begun,' +
  'break broke broken,bring brought,build built,buy bought,catch caught,choose chose chosen,cut cut,deal dealt,do did done,draw drew drawn,' +
  'drink drank drunk,drive drove driven,eat ate eaten,fall fell fallen,fight fought,fly flew flown,grow grew grown,hang hung,hide hid hidden,' +
  'hit hit,hurt hurt,lay laid,lie lay lain,ride rode ridden,ring rang rung,rise rose risen,seek sought,sell sold,shake shook shaken,' +
  'shoot shot,shut shut,sing sang sung,sink sank sunk,sleep slept,spend spent,spread spread,steal stole stolen,stick stuck,strike struck,' +
  'sweep swept,swing swung,tear tore torn,throw threw thrown,wake woke woken,wear wore worn,withdraw withdrew withdrawn,become became become,' +
  'be was been,have had,forbid forbade forbidden,foretell foretold,retell retold,overthrow overthrew overthrown,undergo underwent undergone,' +
  'split split,cast cast,broadcast broadcast,bet bet,cost cost,shed shed,bear bore born,beat beat beaten,bend bent,bind bound,bite bit bitten,' +
  'bleed bled,blow blew blown,burn burnt,dig dug,feed fed,flee fled,freeze froze frozen,lend lent,light lit,mislead misled,oversee oversaw overseen,' +
  'burst burst,upset upset,offset offset,cling clung,creep crept,dive dived,fling flung,grind ground,kneel knelt,leap leapt,prove proved proven,' +
  'rid rid,shine shone,shrink shrank shrunk,sling slung,slide slid,slit slit,sow sowed sown,spill spilt,spit spat,sting stung,stink stank stunk,' +
  'strive strove striven,swell swelled swollen,thrust thrust,undercut undercut,undertake undertook undertaken,uphold upheld,wind wound,' +
  'withhold withheld,withstand withstood,wring wrung,arise arose arisen,awake awoke awoken,breed bred,forecast forecast,overtake overtook overtaken,' +
  'overcome overcame overcome,outdo outdid outdone,rebuild rebuilt,repay repaid,resell resold,rewrite rewrote rewritten,unwind unwound,' +
  'quit quit,spin spun,spring sprang sprung,swim swam swum,weep wept,shoot shot'
)
  .split(',')
  .map((forms) => forms.split(' '))
