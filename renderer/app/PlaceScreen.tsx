import { memo } from 'react'
import { CatalogueScreen } from '#renderer/screens/catalogue/CatalogueScreen.tsx'
import { CustomerScreen } from '#renderer/screens/customer/CustomerScreen.tsx'
import { DayScreen } from '#renderer/screens/day/DayScreen.tsx'
import { DeskScreen } from '#renderer/screens/desk/DeskScreen.tsx'
import { ItemsScreen } from '#renderer/screens/items/ItemsScreen.tsx'
import { QueueScreen } from '#renderer/screens/queue/QueueScreen.tsx'
import { KnowledgeScreen } from '#renderer/screens/knowledge/KnowledgeScreen.tsx'
import { OrdersScreen } from '#renderer/screens/orders/OrdersScreen.tsx'
import { RegisterScreen } from '#renderer/screens/register/RegisterScreen.tsx'
import { ReleasesScreen } from '#renderer/screens/releases/ReleasesScreen.tsx'
import { SearchScreen } from '#renderer/screens/search/SearchScreen.tsx'
import { SettingsScreen } from '#renderer/screens/settings/SettingsScreen.tsx'
import { SyncScreen } from '#renderer/screens/sync/SyncScreen.tsx'
import { TicketScreen } from '#renderer/screens/ticket/TicketScreen.tsx'
import { TicketsScreen } from '#renderer/screens/tickets/TicketsScreen.tsx'
import type { Place } from '#renderer/stores/workspace.ts'

interface PlaceScreenProps {
  readonly place: Place
  readonly onHelp: () => void
}

function Screen({ place, onHelp }: PlaceScreenProps) {
  switch (place.at) {
    case 'desk':
      return <DeskScreen />
    case 'search':
      return <SearchScreen text={place.text} />
    case 'customer':
      return <CustomerScreen customerId={place.customerId} />
    case 'register':
      return <RegisterScreen text={place.text} />
    case 'tickets':
      return <TicketsScreen view={place.view} />
    case 'ticket':
      return <TicketScreen ticketId={place.ticketId} />
    case 'catalogue':
      return <CatalogueScreen />
    case 'releases':
      return <ReleasesScreen />
    case 'sync':
      return <SyncScreen />
    case 'items':
      return <ItemsScreen />
    case 'knowledge':
      return <KnowledgeScreen articleId={place.articleId} />
    case 'settings':
      return <SettingsScreen onHelp={onHelp} />
    case 'day':
      return <DayScreen />
    case 'queue':
      return <QueueScreen />
    case 'orders':
      return <OrdersScreen />
    // They stand without the frame: `AtWork`.
    case 'kiosk':
    case 'waiting_room':
      return null
  }
}

/** The screen of each place. All are here from the start: a page that was opened must not need its server again. */
export const PlaceScreen = memo(Screen)
