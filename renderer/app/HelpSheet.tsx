import { Modal, Text } from '@mantine/core'
import type { Role } from '#domain/staff/roles.ts'
import { areasOf } from '#renderer/app/areas.ts'
import { keyIds, keymap, isBareSign, type KeyId, type KeyScope } from '#renderer/stores/keymap.ts'
import { useSettings } from '#renderer/stores/settings.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useWords } from '#renderer/words/words.ts'
import classes from '#renderer/app/HelpSheet.module.css'

const columns: readonly (readonly KeyScope[])[] = [
  ['everywhere', 'list', 'contact', 'sync', 'queue'],
  ['areas', 'customer', 'ticket', 'items'],
]

interface HelpSheetProps {
  readonly role: Role | undefined
  readonly opened: boolean
  readonly onClose: () => void
}

/** Every key of the console on one sheet. */
export function HelpSheet({ role, opened, onClose }: HelpSheetProps) {
  const { keys, common } = useWords()
  const letterKeys = useSettings((settings) => settings.letterKeys)
  return (
    <Modal
      attributes={{ header: { role: 'none' } }}
      opened={opened}
      onClose={onClose}
      title={keys.title}
      size={820}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes['columns']}>
        {columns.map((scopes) => (
          <div key={scopes.join(' ')}>
            {scopes.map((scope) => (
              <ScopeKeys key={scope} role={role} scope={scope} />
            ))}
          </div>
        ))}
      </div>
      <Text size="xs" c="dimmed" mt="sm">
        {letterKeys ? keys.hint : keys.lettersOff}
      </Text>
    </Modal>
  )
}

function ScopeKeys({ role, scope }: { readonly role: Role | undefined; readonly scope: KeyScope }) {
  const { keys } = useWords()
  const letterKeys = useSettings((settings) => settings.letterKeys)
  const heading = `keys-${scope}`
  return (
    <section aria-labelledby={heading} className={classes['scope']}>
      <h3 id={heading}>{keys.scopes[scope]}</h3>
      <dl>
        {keyIds
          .filter((id) => keymap[id].scope === scope && leads(id, role))
          .map((id) => (
            <div key={id}>
              <dt>{keys.does[id]}</dt>
              <dd>
                {keymap[id].keys
                  .filter((combination) => letterKeys || !isBareSign(combination))
                  .map((combination, place) => (
                    <span key={combination}>
                      {place === 0 ? '' : keys.or}
                      <KeyHint keys={combination} />
                    </span>
                  ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

/** Parts that this person does not have are no use on the sheet. */
function leads(id: KeyId, role: Role | undefined): boolean {
  return keymap[id].scope !== 'areas' || areasOf(role).some(({ key }) => key === id)
}
