import { useState } from 'react'
import { SegmentedControl } from '@mantine/core'
import type { PayloadOf } from '#domain/steps.ts'
import { ArticleText } from '#renderer/screens/knowledge/Article.tsx'
import classes from '#renderer/screens/knowledge/knowledge.module.css'
import { useSettings } from '#renderer/stores/settings.ts'
import { SectionTitle } from '#renderer/ui/SectionTitle.tsx'
import maintain from '#renderer/work/maintain/maintain.module.css'
import { optionsOf } from '#renderer/work/options.ts'
import { useWords } from '#renderer/words/words.ts'

const languages = ['id', 'en'] as const

/** What counters will read, in the language that is looked at. */
export function Preview({ article }: { readonly article: PayloadOf<'publishArticle'>['article'] }) {
  const { knowledge, terms } = useWords()
  const [language, setLanguage] = useState(useSettings((now) => now.language))
  return (
    <section className={maintain['preview']} aria-labelledby="article-preview" tabIndex={0}>
      <SectionTitle
        id="article-preview"
        aside={
          <SegmentedControl
            size="xs"
            aria-label={terms.field.language}
            data={optionsOf(languages, terms.language)}
            value={language}
            onChange={setLanguage}
          />
        }
      >
        {knowledge.maintain.preview}
      </SectionTitle>
      <div className={classes['article']} data-preview lang={language}>
        <h2>{article.title[language]}</h2>
        <ArticleText article={article} language={language} />
      </div>
    </section>
  )
}
