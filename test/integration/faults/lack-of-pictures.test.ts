import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { createFakeActivities, type FakeOptions } from '../workflows/fake-activities.ts';
import { useWorkflowRig } from '../workflows/use-workflow-rig.ts';

const cli = await findTestCli();

describe.skipIf(cli === null)(`a lecture for which no picture can be had${cliNote(cli)}`, () => {
  const rig = useWorkflowRig(cli);

  const warningsOf = async (options: FakeOptions) => {
    const { activities, calls } = createFakeActivities(options);
    const { warnings } = await rig().run({ activities }, (handle) => handle.result());
    return { calls, messages: warnings.map(({ message }) => message) };
  };

  it('gets drawn pictures and says why when the search fails for good, since a photo is not worth a run', async () => {
    const { calls, messages } = await warningsOf({
      pictureProviders: ['archive'],
      interfere: ({ name }) => {
        if (name === 'searchPictures') throw ApplicationFailure.nonRetryable('Refused.', 'PROVIDER_REFUSED');
        return undefined;
      },
    });
    // Slides go their own ways, so either may come first.
    expect(messages.toSorted()).toEqual([
      'Slide 2: the search for a picture failed, so one was drawn.',
      'Slide 3: the search for a picture failed, so one was drawn.',
    ]);
    const drawn = calls.filter(({ name }) => name === 'fetchPicture').map(({ about }) => about);
    expect(drawn.toSorted()).toEqual(['s2 drawn', 's3 drawn']);
  });

  it('says that none was found when there are fewer pictures than slides, since a drawn one is not silence', async () => {
    // The fake archive has two pictures; of three slides with a picture, one goes without.
    const { messages } = await warningsOf({ pictureProviders: ['archive'], slideCount: 4 });
    expect(messages).toEqual(['Slide 4: no picture of its own was found, so one was drawn.']);
  });

  it('says nothing more of single slides where no provider answered in Prepare, which has said so already', async () => {
    const { messages } = await warningsOf({ pictureProviders: [] });
    expect(messages).toEqual([]);
  });
});
