/** The words beside dates that tell when a page was published from when it was changed. */

const PUBLISHED =
  /(?<!\p{L})(?:published|posted|first published|created|veröffentlicht|erstellt|erschienen|publiziert|(?<!\d\s?)am|vom|publiée?|paru|créé|publicad[oa]|creado|pubblicat[oa]|gepubliceerd|geplaatst|publicerad|publisert|publiceret|udgivet|offentliggjort|julkaistu|opublikowano|dodano|data publikacji|publikováno|vydáno|zveřejněno|опубликован[оа]?|опубліковано|yayınlanma|yayınlandı|közzétéve|publicat|objavljeno|δημοσιε\p{L}+|paskelbta|diterbitkan|đăng lúc)(?!\p{L})|公開|配信|发布|發布|등록|입력|نُ?شر/iu

const CHANGED =
  /(?<!\p{L})(?:(?:last )?(?:updated?|modified|edited|revised|changed|reviewed)|aktualisiert|aktualisierung|geändert|überarbeitet|bearbeitet|letzte änderung|mise? à jour|màj|modifiée?|actualizad[oa]|(?:última )?actualización|modificad[oa]|aggiornat[oa]|(?:ultimo )?aggiornamento|modificato|atualizad[oa]|atualização|bijgewerkt|gewijzigd|uppdaterad|ändrad|oppdatert|endret|opdateret|ændret|päivitetty|muokattu|zaktualizowano|aktualizacja|zmodyfikowano|aktualizováno|обновлен[оа]?|изменен[оа]?|оновлено|güncellen\p{L}+|güncelleme|frissítve|módosítva|actualizat|ažurirano|ενημ\p{L}+|atnaujinta|diperbarui|cập nhật)(?!\p{L})|更新|업데이트|수정|تحديث/iu

/** Whether a text says that a date behind it is that of the publication. */
export const saysPublished = (text: string): boolean => PUBLISHED.test(text)

/** Whether a text says that a date behind it is that of a change. */
export const saysChanged = (text: string): boolean => CHANGED.test(text)
