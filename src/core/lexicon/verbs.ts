/** Verbs that report nothing, beside the commonest: known so that a clause is by its verb. Base forms. */

export const VERBS: readonly string[] = (
  'abandon abolish absorb abuse accelerate accept accompany accumulate achieve acquire act adapt adjust administer adopt advance affect aid air ' +
  'alarm alter amount analyse analyze anger apply appoint approach arise arrange arrest arrive assemble assess assign assist attend attract ' +
  'auction average avert avoid award axe ban bar base battle beat benefit bid bill blame block bloom board bolster bomb boost borrow bother bounce ' +
  'brace breach break breed brew bring burn burst bury cancel capture care cease celebrate chair chase circulate clash clean clear climb cling ' +
  'collapse collect combat combine come commit commence compete compile complete comply compound comprise conduct confirm confiscate conflict ' +
  'connect conquer conserve constitute construct consult consume contact continue contract contribute control convert convict cook cool ' +
  'coordinate cope correct count crash create criticise cross crush curb cure damage dance date decay decline decorate decrease dedicate ' +
  'defeat defect defuse defy delay delete deliver demolish deploy deport deposit derail descend deserve design destroy detain deter deteriorate ' +
  'devastate devote differ dig dip direct disappear disappoint discharge dismantle displace disrupt dissolve distribute disturb dive divert ' +
  'divide divorce dominate donate double downgrade drag drain drift drown dry dump dwindle earn ease edge edit educate elect eliminate embark ' +
  'emerge enable enact encounter endanger endure enforce engage enhance enjoy enlist ensure entail entitle erase erect erode erupt escalate establish ' +
  'evacuate evade evolve exceed exclude execute exercise exhaust exist exit expand expel experience expire exploit explode export extend ' +
  'extract fade fail falter fetch file filter finance fine finish fire fix flag flare flatten flee flood flourish flow fluctuate focus ' +
  'forge foster fracture free freeze fuel fulfil fulfill fund further gather generate govern grab graduate grant grind grip grow guard ' +
  'guide halt halve hamper harass harm harvest head heal heat hijack hinder hover house hover hunt hurl ignite impact impede implement import ' +
  'impose impress improve incorporate incur induce infect inflate inflict influence inhabit inherit initiate inject injure inspect inspire ' +
  'install integrate intensify interact intercept interfere interrupt intervene interview introduce invade invent invest investigate isolate ' +
  'issue jail join judge jump justify kick kidnap knock land lapse lease lend lengthen lessen leak limit link liquidate listen litter load loan ' +
  'locate lock loom loosen loot lower lure maintain maim market marry mature maximise maximize melt merge migrate minimise minimize mirror ' +
  'mislead mobilise mobilize monitor motivate mourn multiply murder narrow negotiate neglect notice number nurse obey oblige obscure obstruct ' +
  'obtain offset originate oust outnumber outpace outperform outweigh overcome overhaul overlook overrule oversee overtake overthrow overturn owe ' +
  'pack park part participate pass pause peak penalise penalize perish persist pick pile pilot place plague plant plead plummet plunge poison ' +
  'poll populate possess post postpone power practise practice preach precede preserve preside prevail price prioritise prioritize proceed ' +
  'process prohibit prolong prompt prosecute prosper provoke pull pump punch punish purchase pursue push quit race raid rally rate ratify reach ' +
  'react rebound rebuild recede recover recruit recruit recycle redeem reduce reel refurbish refuse regain register regulate reinforce reinstate ' +
  'relate relax release relieve relocate rely renew renovate rent reopen repair repatriate repay repeal replace reproduce rescind rescue ' +
  'resemble reside resolve respect respond restart restore restrict restructure resume retain retake retreat retrieve reverse revert revise ' +
  'revive revoke reward ride rise rob roll rotate rush sack sail sample sanction scale scan scare scatter schedule score scrap screen scrutinise ' +
  'scrutinize seal secure seize select sentence separate shape shatter shelter shift shield shine ship shock shop shorten shrink shrug sink skip ' +
  'slash slide slip slow slump smash smuggle soar solve span spark specialise specialize spike spill spin spoil sponsor spot spring spur ' +
  'squeeze stab stabilise stabilize staff stage stagnate stall star stare station stay steal steer stem stir store strain strengthen stretch strip ' +
  'study subside substitute sue suffer suit summon supply suppress surge surpass surprise surrender surround survey suspend sustain swap sweep ' +
  'swell swim swing swell tackle tap target taste tax teach team tear temper terminate terrify thank thrive throw tighten tip top topple torture ' +
  'total toughen tow trace trade train transfer transform translate transmit transport trap treat treble tremble trend trim triple triumph trouble ' +
  'trust tumble uncover undercut undergo undermine undertake unite unload unveil update upgrade uphold upset urge vacate value vanish ' +
  'veer venture veto view violate visit wage warm warrant wash waste water weaken wear weigh widen wield wind wipe withdraw withhold withstand ' +
  'witness worsen wreck yield zoom'
).split(' ')
