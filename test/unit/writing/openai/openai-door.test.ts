import { expect, test } from 'vitest';
import { openAiAddress } from '../../../../src/writing/openai/openai-door.ts';

test.each([
  ['http://localhost:8000', 'http://localhost:8000/v1/models'],
  ['http://localhost:8000/', 'http://localhost:8000/v1/models'],
  ['http://localhost:1234/v1', 'http://localhost:1234/v1/models'],
  ['http://localhost:1234/v1/', 'http://localhost:1234/v1/models'],
  ['https://host/openai', 'https://host/openai/v1/models'],
  ['https://host/api/v3', 'https://host/api/v3/models'],
  ['https://host/v1beta/', 'https://host/v1beta/models'],
])('openAiAddress takes %s as people write it', (baseUrl, address) => {
  expect(openAiAddress({ baseUrl: new URL(baseUrl) }, 'models').href).toBe(address);
});
