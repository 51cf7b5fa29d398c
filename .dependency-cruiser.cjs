// The layers of docs/DESIGN.md. Each message says what, why and how to mend it.
const rooms = '^(src|intents|knowledge|adapters)/'
const room = (name, from, allowed, why) => ({
  name,
  severity: 'error',
  comment: why,
  from: { path: from },
  to: { path: rooms, pathNot: [from, ...allowed] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment:
        'Two files that need each other are one concept: join them, or move what both need into a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file: delete it, or use it.',
      from: { orphan: true, path: rooms, pathNot: 'src/cli/main\\.ts$' },
      to: {},
    },
    room(
      'core-knows-nobody',
      '^src/core/',
      [],
      'core is the vocabulary all rooms share; what needs another room belongs into that room.',
    ),
    room(
      'intents-knows-core',
      '^intents/',
      ['^src/core/'],
      'Understanding must work for any knowledge: pass what it needs as data (src/core/document.ts).',
    ),
    room(
      'knowledge-knows-core',
      '^knowledge/',
      ['^src/core/'],
      'Knowledge is looked up, it does not understand or talk.',
    ),
    room(
      'dialogue-knows-faces',
      '^src/dialogue/',
      [
        '^src/core/',
        '^intents/(understand|matcher|acts|life-events|places/index)\\.ts$',
        '^knowledge/(base|entry|life-events)\\.ts$',
        '^src/handoff/(calendar|duty)\\.ts$',
        '^src/privacy/(mask|public-numbers)\\.ts$',
      ],
      'The turn uses the faces of intents, knowledge, handoff and privacy only, never their inner files.',
    ),
    room(
      'handoff-knows-core',
      '^src/handoff/',
      ['^src/core/'],
      'Duty hours and the calendar answer the dialogue, they do not talk: pass what they need as data.',
    ),
    room(
      'privacy-knows-core',
      '^src/privacy/',
      ['^src/core/'],
      'Masking must work for any text: pass what it needs (the known office phones) as data.',
    ),
    {
      name: 'only-wiring-knows-express',
      severity: 'error',
      comment: 'HTTP belongs to src/server; return data and let the server send it.',
      from: { pathNot: '^src/server/' },
      to: { path: 'node_modules/(express|helmet|lru-cache)/' },
    },
    {
      name: 'jieba-has-one-home',
      severity: 'error',
      comment: 'Cut words through intents/segment.ts, so that the dictionary is the same everywhere.',
      from: { pathNot: '^intents/segment\\.ts$' },
      to: { path: 'node_modules/@node-rs/jieba' },
    },
    {
      name: 'calendar-has-one-home',
      severity: 'error',
      comment:
        'Ask src/handoff/calendar.ts for working days: it knows Beijing time and the days a bureau added.',
      from: { pathNot: '^src/handoff/calendar\\.ts$' },
      to: { path: 'node_modules/chinese-days' },
    },
    {
      name: 'product-needs-no-dev',
      severity: 'error',
      comment: 'A production install has no devDependencies: move the package or the code.',
      from: { path: rooms },
      to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
