import {
  ActionIcon,
  Button,
  Checkbox,
  ComboboxEmpty,
  createTheme,
  Input,
  InputWrapper,
  Modal,
  PasswordInput,
  Radio,
  SegmentedControl,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** The one accent. Centres change brands; nothing else in the console has to follow. */
const brand: MantineColorsTuple = [
  '#eef3fd',
  '#dbe5fa',
  '#b9cbf4',
  '#94aeed',
  '#7595e7',
  '#5c80e0',
  '#3a63cf',
  '#2f54b8',
  '#26469c',
  '#1d387f',
]
const dark: MantineColorsTuple = [
  '#dfe1e4',
  '#bcc0c5',
  '#9ba0a7',
  '#6d737b',
  '#43484f',
  '#34383e',
  '#292c31',
  '#1b1d20',
  '#151719',
  '#0f1012',
]

/** 32 px high with text of 14 px, unless a size is asked for. */
const controlHeight = { '--input-height': '32px', '--input-fz': '14px' }

const button = { '--button-height': '32px', '--button-padding-x': '12px' }
/** A target is at least 24 px high, or has that much room (WCAG 2.2, 2.5.8). */
const smallest = { '--button-height': '24px' }
const spaced = { paddingBlock: 4 }

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 6, dark: 6 },
  colors: { brand, dark },
  fontFamily: "'Segoe UI', -apple-system, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "'Cascadia Mono', Consolas, 'Noto Sans Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.43', md: '1.43', lg: '1.4', xl: '1.35' },
  fontWeights: { medium: '500' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '24px' },
      h2: { fontSize: '16px', lineHeight: '22px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_, { size }) => ({
        root: size === 'sm' ? button : size === 'compact-xs' ? smallest : {},
      }),
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    Input: Input.extend({
      vars: (_, { size }) => ({ wrapper: size === undefined || size === 'sm' ? controlHeight : {} }),
    }),
    InputWrapper: InputWrapper.extend({
      styles: { label: { marginBottom: 3 } },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Checkbox: Checkbox.extend({ styles: { body: spaced } }),
    Radio: Radio.extend({ styles: { body: spaced } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'sm' } } }),
    // What says that nothing fits stands among the options, and a list of options holds nothing else.
    ComboboxEmpty: ComboboxEmpty.extend({
      defaultProps: { role: 'option', 'aria-disabled': true, 'aria-selected': false },
    }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'sm' } }),
    Modal: Modal.extend({
      styles: { title: { fontSize: 16, fontWeight: 600 } },
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.35 },
        // A dialog's head is no second banner of the page.
        attributes: { header: { role: 'none' } },
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } },
    }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 5, horizontalSpacing: 12 },
      styles: { th: { fontSize: 12, fontWeight: 400, color: 'var(--loket-quiet)' } },
    }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
})

/** The console's own names for what a colour means. Each stands at 4.5:1 or more on every ground it is used on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--loket-row': '32px' },
  light: {
    '--mantine-color-dimmed': '#5a626b',
    '--mantine-color-placeholder': '#6b727a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-text': '#1c1f23',
    '--mantine-color-default-border': '#ccd1d7',
    '--loket-ground': '#f5f6f8',
    '--loket-quiet': '#5a626b',
    '--loket-line': '#dfe3e7',
    '--loket-line-soft': '#edeff2',
    '--loket-hover': '#f1f3f6',
    '--loket-chosen': '#e9effc',
    '--loket-accent': '#2f54b8',
    '--loket-good': '#187a3c',
    '--loket-attention': '#a84300',
    '--loket-attention-ground': '#fdf0e4',
    '--loket-problem': '#b42318',
    '--loket-problem-ground': '#fdecea',
    '--loket-calm-ground': '#f1f3f6',
    '--loket-scroll': '#b6bdc5',
  },
  dark: {
    '--mantine-color-dimmed': '#a4aab2',
    '--mantine-color-placeholder': '#8b9199',
    '--mantine-color-error': '#ff8a7d',
    '--mantine-color-text': '#dfe1e4',
    '--mantine-color-brand-light-color': '#94aeed',
    '--mantine-color-anchor': '#94aeed',
    '--loket-ground': '#151719',
    '--loket-quiet': '#a4aab2',
    '--loket-line': '#34383e',
    '--loket-line-soft': '#292c31',
    '--loket-hover': '#24272b',
    '--loket-chosen': '#232f4d',
    '--loket-accent': '#94aeed',
    '--loket-good': '#62c888',
    '--loket-attention': '#f5a45c',
    '--loket-attention-ground': '#37281a',
    '--loket-problem': '#ff8a7d',
    '--loket-problem-ground': '#3b2120',
    '--loket-calm-ground': '#24272b',
    '--loket-scroll': '#4b5159',
  },
})
