/** A voice of the service, and the pitch of its sound here. */
export interface EdgeVoice {
  readonly shortName: string;
  readonly gender: 'Female' | 'Male';
  readonly fundamentalHz: number;
}

export const EDGE_VOICES: readonly EdgeVoice[] = [
  { shortName: 'en-US-AriaNeural', gender: 'Female', fundamentalHz: 200 },
  { shortName: 'en-US-AvaNeural', gender: 'Female', fundamentalHz: 180 },
  { shortName: 'en-US-EmmaNeural', gender: 'Female', fundamentalHz: 190 },
  { shortName: 'en-US-JennyNeural', gender: 'Female', fundamentalHz: 210 },
  { shortName: 'en-US-AndrewNeural', gender: 'Male', fundamentalHz: 115 },
  { shortName: 'en-US-BrianNeural', gender: 'Male', fundamentalHz: 105 },
  { shortName: 'en-US-GuyNeural', gender: 'Male', fundamentalHz: 120 },
  { shortName: 'en-GB-RyanNeural', gender: 'Male', fundamentalHz: 110 },
  { shortName: 'en-GB-SoniaNeural', gender: 'Female', fundamentalHz: 195 },
  { shortName: 'en-IN-NeerjaNeural', gender: 'Female', fundamentalHz: 205 },
  { shortName: 'en-IN-PrabhatNeural', gender: 'Male', fundamentalHz: 125 },
  { shortName: 'hi-IN-MadhurNeural', gender: 'Male', fundamentalHz: 118 },
  { shortName: 'hi-IN-SwaraNeural', gender: 'Female', fundamentalHz: 208 },
];

/** Finds a voice by its short or its long name. */
export function findEdgeVoice(name: string): EdgeVoice | null {
  return EDGE_VOICES.find(({ shortName }) => name === shortName || name === toLongName(shortName)) ?? null;
}

/** Returns the voices as `voices/list` shows them. The last one has no VoiceTag, as happens. */
export function describeVoices(): readonly object[] {
  return EDGE_VOICES.map(({ shortName, gender }, index) => ({
    Name: toLongName(shortName),
    ShortName: shortName,
    Gender: gender,
    Locale: localeOf(shortName),
    SuggestedCodec: 'audio-24khz-48kbitrate-mono-mp3',
    FriendlyName: `Microsoft ${nameOf(shortName).replace(/Neural$/u, '')} Online (Natural) - ${localeOf(shortName)}`,
    Status: 'GA',
    ...(index < EDGE_VOICES.length - 1 && {
      VoiceTag: { ContentCategories: ['General'], VoicePersonalities: ['Friendly', 'Positive'] },
    }),
  }));
}

const localeOf = (shortName: string): string => shortName.split('-').slice(0, 2).join('-');
const nameOf = (shortName: string): string => shortName.split('-')[2] ?? shortName;

function toLongName(shortName: string): string {
  return `Microsoft Server Speech Text to Speech Voice (${localeOf(shortName)}, ${nameOf(shortName)})`;
}
