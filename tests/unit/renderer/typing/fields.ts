/**
 * Every file of the console with a field for words. `typing.test.tsx` fails when one is missing here. `swept`: somebody's
 * own words; a place in `customer-places.tsx`, `work-places.tsx` or `money-places.tsx` proves that they cannot be lost. Everything else says why it needs no draft.
 */
export const fields: Readonly<Record<string, 'swept' | `piece: ${string}` | `none: ${string}`>> = {
  'renderer/work/NoteField.tsx': 'piece: words about a customer, in every form',
  'renderer/work/MentionField.tsx': 'piece: the words of Compose',
  'renderer/work/TicketFields.tsx': 'piece: of TicketDialog and RunningForm',
  'renderer/work/TaskFields.tsx': 'piece: of StagedParts and RunningForm',
  'renderer/work/Compose.tsx': 'piece: of Composer and BulkBar',
  'renderer/work/Courier.tsx': 'none: a file is chosen, nothing is typed',
  'renderer/work/RupiahField.tsx': 'piece: an amount, of PaymentFields and CountDrawer',
  'renderer/screens/contact/RunningForm.tsx': 'swept',
  'renderer/screens/contact/ContactWay.tsx': 'swept',
  'renderer/screens/customer/CancelOrder.tsx': 'swept',
  'renderer/screens/customer/DetailEditor.tsx': 'swept',
  'renderer/screens/customer/LinkDialog.tsx': 'none: a search',
  'renderer/screens/customer/OrderFields.tsx': 'swept',
  'renderer/screens/customer/PaymentFields.tsx': 'swept',
  'renderer/screens/customer/ReversePayment.tsx': 'swept',
  'renderer/screens/customer/PinnedNote.tsx': 'swept',
  'renderer/screens/customer/TicketDialog.tsx': 'swept',
  'renderer/screens/register/RegisterForm.tsx': 'swept',
  'renderer/screens/register/MoreFields.tsx': 'swept',
  'renderer/screens/ticket/AnswerForm.tsx': 'swept',
  'renderer/screens/ticket/AskForm.tsx': 'swept',
  'renderer/screens/ticket/AssignForm.tsx': 'swept',
  'renderer/screens/ticket/MoveForm.tsx': 'swept',
  'renderer/screens/tickets/OwnViews.tsx': 'swept',
  'renderer/screens/tickets/Filters.tsx': 'none: a search',
  'renderer/screens/day/CountDrawer.tsx': 'swept',
  'renderer/screens/orders/AnswerDialog.tsx': 'swept',
  'renderer/screens/knowledge/ArticleFields.tsx': 'swept',
  'renderer/screens/items/StepFields.tsx': 'swept',
  'renderer/screens/items/EditForm.tsx': 'swept',
  'renderer/screens/items/HandOverForm.tsx': 'swept',
  'renderer/screens/releases/DraftHead.tsx': 'swept',
  'renderer/screens/releases/OfferingForm.tsx': 'swept',
  'renderer/screens/releases/DraftRows.tsx': 'none: a search',
  'renderer/screens/settings/Simulator.tsx': 'swept',
  'renderer/screens/queue/CounterDialog.tsx': 'none: a setting, kept as it is typed',
  'renderer/screens/search/SearchScreen.tsx': 'none: a search',
  'renderer/screens/knowledge/KnowledgeScreen.tsx': 'none: a search',
  'renderer/screens/catalogue/Filters.tsx': 'none: a search',
  'renderer/screens/enrol/EnrolScreen.tsx': 'none: a code that is used once, before anybody is known',
  'renderer/screens/enrol/HeadquartersAddress.tsx': 'none: an address, before anybody is known',
  'renderer/ui/PinField.tsx': 'piece: of PinForm and PinSettings',
  'renderer/screens/settings/PinSettings.tsx': 'none: secrets, which are never kept',
  'renderer/screens/sign-in/PasswordForm.tsx': 'none: a secret, which is never kept',
}

/** What people type into, by the name of its component. */
export const textField =
  /<(?:TextInput|Textarea|NoteField|MentionField|NumberInput|RupiahField|PasswordInput|PinInput|Autocomplete|TagsInput|Input|textarea|DateInput|DateTimePicker|MaskInput|JsonInput|input(?!\s+type="(?:checkbox|radio)"))\b/
