/** The commonest function words of languages in Latin and in Cyrillic letters, by BCP 47 code. */

export const LANGUAGE_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it was on are as with his they at be this from have or by had not but what were when we there can an your which their said if do will each about how up out them then she many some so these would into has more her him been who its no than my over did down only way find use may other all also after before he you i',
  de: 'der die das und ist nicht ein eine einen einem einer zu den dem des mit sich auf für von im auch es an werden aus er hat dass sie nach wird bei um am sind noch wie war haben nur oder aber vor zur bis mehr durch man sein wurde sei kann ich wir über gegen vom schon wenn habe seine ihre als',
  fr: 'le la les de des du et est un une que qui dans pour pas sur au aux par plus ce cette il elle ils sont avec ne se son sa ses mais ou où nous vous été être ont leur leurs fait comme tout même aussi après sous entre sans deux selon depuis était',
  es: 'el la los las de del y que en un una es por con para no se su sus al lo como más pero fue este esta ha son entre desde todo también cuando muy sin sobre ser hasta hay donde quien era porque han según ya dos años fue estaba',
  it: 'il lo la gli di che è e un una per non con sono del della dei delle nel nella al alla si come più anche ma da ha dal dalla questo questa loro hanno stato essere tra fra suo sua ci dopo perché quando molto tutti ai',
  pt: 'o os as de do da dos das que e em um uma para com não por mais se na no nas nos como mas foi ao ele ela seu sua são ou quando muito já também só pelo pela até isso entre depois sem mesmo aos está ter disse segundo após',
  nl: 'de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij door naar uit nog wordt heeft hij ze zij werd over tot deze dit meer worden was hebben geen wel kan tegen zich onder hun',
  sv: 'och att det som en på är av för med den till inte har de ett om var från men vi kan när efter han hon sig så vid också eller ska skulle mot under hade sin alla finns blir detta mer',
  da: 'og at det er en til på som med for af den de ikke har der var et om fra men han sig kan vil så ved også eller skal efter mod sin alle bliver mere blev hun havde nu',
  nb: 'og at det er en til på som med for av den de ikke har var et om fra men han seg kan vil så ved også eller skal etter mot sin alle blir mer ble hun hadde nå',
  fi: 'ja on ei se että oli hän mutta kun niin ovat ole myös mitä kuin joka jos olla sen tai ollut nyt voi vain vielä hänen siitä jotka sekä mukaan',
  pl: 'i w na z się nie że do to jest o jak po co ale od za przez dla tym być był była było są został oraz lub tego który która które przed jego jej już tylko także może roku po',
  cs: 'a v na se je že to s z do o i jako po ale byl která který které jsou od za pro by už jeho podle také nebo před tak bylo bude jen při může své',
  ro: 'și în de la cu pe un o este că din pentru nu a au fost mai sau care prin după ca fi sunt acest această între dar lui al ale cele despre până',
  hu: 'a az és hogy nem is egy meg már csak de ez van volt mint még el vagy szerint után lesz ki azt ha majd amely több között',
  tr: 've bir bu da de için ile olarak olan daha çok gibi en kadar sonra ne ama var her ise olduğunu o değil göre yeni iki oldu ancak ya',
  id: 'yang dan di dari untuk dengan pada ini itu tidak dalam adalah akan ke oleh juga karena telah sudah bisa ada mereka saya kami atau lebih bahwa tersebut',
  ru: 'и в не на что с по как это из он к за от его для о но у же они мы был была были если или бы так все только уже после также который она',
  uk: 'і в на не що з до та як це за від він про для але його у й вони ми був була були якщо або вже після також який вона буде щоб',
  bg: 'и на в да се от за не с по е че като са до бе който това но още при той след към ще има бъде тя',
}
