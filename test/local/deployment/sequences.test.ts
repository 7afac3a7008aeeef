import { closeAll, lambda, sent, steps, template, thing, tiny } from './support';
import { ResourceFailure, type ResourceModel } from '../../../local/deployment';

afterEach(closeAll);

test('a stack is created in the order of dependencies and deleted in reverse', async () => {
  const deployment = await tiny();
  const created = await deployment.deploy(template({
    Second: thing({ Id: 'two', Say: { 'Fn::GetAtt': ['First', 'Seen'] } }),
    First: thing({ Id: 'one', Say: 'hello' }),
  }, { Outputs: { Seen: { Value: { 'Fn::GetAtt': ['Second', 'Seen'] } }, Id: { Value: { Ref: 'Second' } } } }));

  expect(created.status).toBe('CREATE_COMPLETE');
  expect(created.reason).toBeUndefined();
  expect(steps(created.events)).toEqual([
    'CREATE_IN_PROGRESS Local',
    'CREATE_IN_PROGRESS Function', 'CREATE_COMPLETE Function',
    'CREATE_IN_PROGRESS First', 'CREATE_COMPLETE First',
    'CREATE_IN_PROGRESS Second', 'CREATE_COMPLETE Second',
    'CREATE_COMPLETE Local',
  ]);
  expect(deployment.outputs).toEqual({ Seen: 'hello', Id: 'two' });
  expect(deployment.physicalId('Second')).toBe('two');
  expect(deployment.attribute('First', 'Count')).toBe(1);

  const deleted = await deployment.destroy();
  expect(deleted.status).toBe('DELETE_COMPLETE');
  expect(sent(deployment)).toEqual(['Create First', 'Create Second', 'Delete Second', 'Delete First']);
  expect(steps(deleted.events).at(-2)).toBe('DELETE_COMPLETE Function');
  expect(deployment.resources).toEqual([]);
  expect(deployment.replyProblems).toEqual([]);
});

test('the events have what CloudFormation puts into them', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a', Flag: true, Deep: { Size: 1 } }) }));
  await deployment.deploy(template({ A: thing({ Id: 'a', Flag: false }) }));
  await deployment.destroy();

  const [create, update, remove] = deployment.requests;
  const arn = /^arn:aws:lambda:us-east-1:123456789012:function:Local-Function-/;
  const text = { ServiceToken: expect.stringMatching(arn) as string };
  expect(create).toEqual({
    RequestType: 'Create',
    ...text,
    ResponseURL: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+\/arn%3A.*&Signature=/) as string,
    StackId: deployment.stackId,
    RequestId: expect.any(String) as string,
    LogicalResourceId: 'A',
    ResourceType: 'Custom::Thing',
    ResourceProperties: { ...text, Id: 'a', Flag: 'true', Deep: { Size: '1' } },
  });
  expect(update).toMatchObject({
    RequestType: 'Update',
    PhysicalResourceId: 'a',
    ResourceProperties: { ...text, Id: 'a', Flag: 'false' },
    OldResourceProperties: { ...text, Id: 'a', Flag: 'true', Deep: { Size: '1' } },
  });
  expect(remove).toMatchObject({
    RequestType: 'Delete', PhysicalResourceId: 'a', ResourceProperties: { ...text, Id: 'a', Flag: 'false' },
  });
  expect(remove).not.toHaveProperty('OldResourceProperties');
  expect(new Set(deployment.requests.map(({ RequestId }) => RequestId)).size).toBe(3);
});

test('only what changed after resolution is updated', async () => {
  const deployment = await tiny();
  const make = (first: string, flag: boolean | string) => template({
    First: thing({ Id: 'one', Say: 'same', Unread: first }),
    Second: thing({ Id: 'two', Say: { 'Fn::GetAtt': ['First', 'Seen'] }, Flag: flag }),
    Third: thing({ Id: 'three' }, { DeletionPolicy: flag === 'true' ? 'Retain' : 'Delete' }),
  });
  await deployment.deploy(make('x', true));
  const same = await deployment.deploy(make('x', 'true'));
  expect(same.status).toBe('UPDATE_COMPLETE');
  expect(sent(deployment).slice(3)).toEqual([]);
  await deployment.deploy(make('y', true));
  expect(sent(deployment).slice(3)).toEqual(['Update First']);
});

test('a new physical id is a replacement: the old one is deleted after all updates, with its old properties', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a1' }), B: thing({ Say: { Ref: 'A' }, Id: 'b' }) }));
  const updated = await deployment.deploy(template({ A: thing({ Id: 'a2' }), B: thing({ Say: { Ref: 'A' }, Id: 'b' }) }));

  expect(sent(deployment).slice(2)).toEqual(['Update A', 'Update B', 'Delete A']);
  const [, , , toB, remove] = deployment.requests;
  expect(toB).toMatchObject({ ResourceProperties: { Say: 'a2' }, OldResourceProperties: { Say: 'a1' } });
  expect(remove).toMatchObject({ PhysicalResourceId: 'a1', ResourceProperties: { Id: 'a1' } });
  expect(steps(updated.events)).toEqual([
    'UPDATE_IN_PROGRESS Local',
    'UPDATE_IN_PROGRESS A', 'UPDATE_COMPLETE A', 'UPDATE_IN_PROGRESS B', 'UPDATE_COMPLETE B',
    'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS Local', 'DELETE_IN_PROGRESS A', 'DELETE_COMPLETE A',
    'UPDATE_COMPLETE Local',
  ]);
  expect(deployment.physicalId('A')).toBe('a2');
});

test('what is no longer in the template is deleted after the update, in reverse order', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a' }), B: thing({ Id: 'b', Say: { Ref: 'A' } }), C: thing({ Id: 'c' }) }));
  await deployment.deploy(template({ C: thing({ Id: 'c', Say: 'new' }), D: thing({ Id: 'd' }) }));
  expect(sent(deployment).slice(3)).toEqual(['Update C', 'Create D', 'Delete B', 'Delete A']);
});

test('a cleanup that fails leaves the update complete', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a', Delete: 'fail' }) }));
  const updated = await deployment.deploy(template({}));
  expect(updated.status).toBe('UPDATE_COMPLETE');
  expect(steps(updated.events)).toContain('DELETE_FAILED A');
  expect((await deployment.destroy()).status).toBe('DELETE_COMPLETE');
});

test('a failed creation deletes everything in reverse, the failed one by its marker id', async () => {
  const deployment = await tiny();
  const failed = await deployment.deploy(template({
    A: thing({ Id: 'a' }),
    B: thing({ Id: 'b', Say: { Ref: 'A' }, Create: ['fail', 'marker'] }),
    Never: thing({ Say: { Ref: 'B' } }),
  }));
  expect(failed.status).toBe('ROLLBACK_COMPLETE');
  expect(failed.reason).toBe('Received response status [FAILED] from custom resource. '
    + `Message returned: told to fail (RequestId: ${deployment.requests[1].RequestId})`);
  expect(sent(deployment)).toEqual(['Create A', 'Create B', 'Delete B', 'Delete A']);
  expect(deployment.requests[2].PhysicalResourceId).toBe('marker');
  expect(steps(failed.events)).toEqual([
    'CREATE_IN_PROGRESS Local',
    'CREATE_IN_PROGRESS Function', 'CREATE_COMPLETE Function', 'CREATE_IN_PROGRESS A', 'CREATE_COMPLETE A',
    'CREATE_IN_PROGRESS B', 'CREATE_FAILED B',
    'ROLLBACK_IN_PROGRESS Local',
    'DELETE_IN_PROGRESS B', 'DELETE_COMPLETE B', 'DELETE_IN_PROGRESS A', 'DELETE_COMPLETE A',
    'DELETE_IN_PROGRESS Function', 'DELETE_COMPLETE Function',
    'ROLLBACK_COMPLETE Local',
  ]);
  expect(failed.events.find(({ status }) => status === 'ROLLBACK_IN_PROGRESS')?.reason)
    .toBe('The following resource(s) failed to create: [B].');
});

test('a stack whose creation was rolled back can be created again, and is another stack', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Create: ['fail', 'marker'] }) }));
  const { stackId } = deployment;
  expect((await deployment.deploy(template({ A: thing({}) }))).status).toBe('CREATE_COMPLETE');
  expect(deployment.stackId).not.toBe(stackId);
});

test('a failed update takes the updated ones and itself back, and deletes what is new', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({
    A: thing({ Id: 'a', Say: 'old' }),
    B: thing({ Id: 'b', Say: 'old', After: { Ref: 'A' } }),
    C: thing({ Id: 'c' }),
  }));
  const failed = await deployment.deploy(template({
    A: thing({ Id: 'a', Say: 'new' }),
    New: thing({ Id: 'n', After: { Ref: 'A' } }),
    B: thing({ Id: 'b', Say: 'new', After: { Ref: 'New' }, Update: 'fail' }),
    C: thing({ Id: 'c', Say: { Ref: 'B' } }),
  }));

  expect(failed.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(failed.reason).toContain('told to fail');
  expect(sent(deployment).slice(3)).toEqual(['Update A', 'Create New', 'Update B', 'Update A', 'Update B', 'Delete New']);
  expect(deployment.requests[6]).toMatchObject({ ResourceProperties: { Say: 'old' }, OldResourceProperties: { Say: 'new' } });
  expect(deployment.requests[7]).toMatchObject({
    ResourceProperties: { Say: 'old', After: 'a' }, OldResourceProperties: { Say: 'new', After: 'n' },
  });
  expect(steps(failed.events)).toEqual([
    'UPDATE_IN_PROGRESS Local',
    'UPDATE_IN_PROGRESS A', 'UPDATE_COMPLETE A', 'CREATE_IN_PROGRESS New', 'CREATE_COMPLETE New',
    'UPDATE_IN_PROGRESS B', 'UPDATE_FAILED B',
    'UPDATE_ROLLBACK_IN_PROGRESS Local',
    'UPDATE_IN_PROGRESS A', 'UPDATE_COMPLETE A', 'UPDATE_IN_PROGRESS B', 'UPDATE_COMPLETE B',
    'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS Local', 'DELETE_IN_PROGRESS New', 'DELETE_COMPLETE New',
    'UPDATE_ROLLBACK_COMPLETE Local',
  ]);
});

test('a rollback after a replacement goes back to the old id and deletes the new one', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a1' }), B: thing({ Id: 'b', After: { Ref: 'A' } }) }));
  const failed = await deployment.deploy(template({
    A: thing({ Id: 'a2' }), B: thing({ Id: 'b', After: { Ref: 'A' }, Update: 'fail' }),
  }));
  expect(failed.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(sent(deployment).slice(2)).toEqual(['Update A', 'Update B', 'Update A', 'Update B', 'Delete A']);
  expect(deployment.requests[4]).toMatchObject({
    PhysicalResourceId: 'a2', ResourceProperties: { Id: 'a1' }, OldResourceProperties: { Id: 'a2' },
  });
  expect(deployment.requests[6]).toMatchObject({ PhysicalResourceId: 'a2', ResourceProperties: { Id: 'a2' } });
  expect(deployment.physicalId('A')).toBe('a1');
});

test('after a rolled back update the stack can be updated', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a' }) }));
  await deployment.deploy(template({ A: thing({ Id: 'a', Update: 'fail' }) }));
  expect((await deployment.deploy(template({ A: thing({ Id: 'a', Say: 'new' }) }))).status).toBe('UPDATE_COMPLETE');
});

test('a rollback that fails is said, and holds the stack', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a', Update: 'fail' }) }));
  const failed = await deployment.deploy(template({ A: thing({ Id: 'a', Update: 'fail', Say: 'new' }) }));
  expect(failed.status).toBe('UPDATE_ROLLBACK_FAILED');
  await expect(deployment.deploy(template({}))).rejects
    .toThrow('Stack Local is in UPDATE_ROLLBACK_FAILED state and can not be updated.');
});

test('a deletion that fails keeps what the resource stands on, and can be tried again', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({
    A: thing({ Id: 'a' }), B: thing({ Id: 'b', After: { Ref: 'A' }, Delete: 'fail' }), C: thing({ Id: 'c' }),
  }));
  const deleted = await deployment.destroy();
  expect(deleted).toMatchObject({ status: 'DELETE_FAILED', reason: 'The following resource(s) failed to delete: [B].' });
  expect(deployment.resources.map(({ logicalId }) => logicalId)).toEqual(['Function', 'A', 'B']);
  await deployment.destroy();
  expect(sent(deployment).slice(3)).toEqual(['Delete C', 'Delete B', 'Delete B']);
});

test('DeletionPolicy and UpdateReplacePolicy Retain are honoured', async () => {
  const deployment = await tiny();
  const retain = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
  await deployment.deploy(template({ A: thing({ Id: 'a1' }, retain), B: thing({ Id: 'b' }, retain) }));
  const updated = await deployment.deploy(template({ A: thing({ Id: 'a2' }, retain) }));
  const deleted = await deployment.destroy();
  expect(steps([...updated.events, ...deleted.events]).filter((step) => step.startsWith('DELETE_SKIPPED')))
    .toEqual(['DELETE_SKIPPED B', 'DELETE_SKIPPED A', 'DELETE_SKIPPED A']);
  expect(sent(deployment)).toEqual(['Create A', 'Create B', 'Update A']);
});

test('RetainExceptOnCreate is deleted only by the rollback of its creation', async () => {
  const policy = { DeletionPolicy: 'RetainExceptOnCreate' };
  const deployment = await tiny();
  await deployment.deploy(template({
    A: thing({ Id: 'a' }, policy), B: thing({ Id: 'b', After: { Ref: 'A' }, Create: 'fail' }),
  }));
  expect(sent(deployment)).toEqual(['Create A', 'Create B', 'Delete B', 'Delete A']);
  await deployment.deploy(template({ A: thing({ Id: 'a' }, policy) }));
  await deployment.destroy();
  expect(sent(deployment).slice(4)).toEqual(['Create A']);
});

test('a changed service token and a changed type are refused before anything is tried', async () => {
  const deployment = await tiny();
  const other = { 'Fn::GetAtt': ['Other', 'Arn'] };
  await deployment.deploy(template({ Other: lambda(), A: thing({ Id: 'a' }) }));
  const moved = await deployment.deploy(template({ Other: lambda(), A: thing({ Id: 'a', ServiceToken: other }) }));
  expect(moved).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'Modifying service token is not allowed.' });
  await expect(deployment.deploy(template({ A: { Type: 'Custom::Other' } }))).rejects
    .toThrow('Update of resource type is not permitted. The new template modifies resource type of the following resources: [A]');
  expect(sent(deployment)).toEqual(['Create A']);
});

test('an attribute that the reply did not give fails the resource that asks for it', async () => {
  const deployment = await tiny();
  const failed = await deployment.deploy(template({
    A: thing({ Id: 'a' }), B: thing({ Say: { 'Fn::GetAtt': ['A', 'Nothing'] } }),
  }));
  expect(failed.reason).toContain("CustomResource attribute error: Vendor response doesn't contain Nothing key in object");
  expect(sent(deployment)).toEqual(['Create A', 'Delete A']);
});

test('a template error touches nothing', async () => {
  const deployment = await tiny();
  await deployment.deploy(template({ A: thing({ Id: 'a' }) }));
  await expect(deployment.deploy(template({ A: thing({ Say: { Ref: 'Nobody' } }) }))).rejects.toThrow('[Nobody]');
  expect(sent(deployment)).toEqual(['Create A']);
  expect(deployment.status).toBe('CREATE_COMPLETE');
});

test('a model stands behind the resources of its type', async () => {
  const calls: string[] = [];
  const pools: ResourceModel = {
    create: async ({ properties }) => {
      calls.push(`create ${String(properties.Name)}`);
      return { physicalId: 'pool-1', attributes: { Arn: 'arn:pool' } };
    },
    update: async ({ physicalId, properties, oldProperties }) => {
      calls.push(`update ${physicalId} ${String(oldProperties.Name)} ${String(properties.Name)}`);
      if (properties.Name === 'bad') throw new ResourceFailure('the pool says no');
      return { physicalId, attributes: { Arn: 'arn:pool' } };
    },
    delete: async ({ physicalId }) => void calls.push(`delete ${physicalId}`),
  };
  const deployment = await tiny({ resources: { 'AWS::Cognito::UserPool': pools } });
  const make = (name: string) => template({
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { Name: name } },
    A: thing({ Say: { 'Fn::GetAtt': ['Pool', 'Arn'] }, Pool: { Ref: 'Pool' } }),
  });
  await deployment.deploy(make('one'));
  expect(await deployment.deploy(make('bad'))).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE', reason: 'the pool says no' });
  await deployment.destroy();
  expect(calls).toEqual(['create one', 'update pool-1 one bad', 'update pool-1 bad one', 'delete pool-1']);
  expect(deployment.requests[0].ResourceProperties).toMatchObject({ Say: 'arn:pool', Pool: 'pool-1' });
});

test('resources without a model have names and ARNs that are the same in every run', async () => {
  const resources = {
    Role: { Type: 'AWS::IAM::Role' },
    Pool: { Type: 'AWS::Cognito::UserPool' },
    Key: { Type: 'AWS::KMS::Key' },
    Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/my/group' } },
    Meta: { Type: 'AWS::CDK::Metadata' },
  };
  const all = await Promise.all([1, 2].map(async () => {
    const deployment = await tiny();
    await deployment.deploy(template(resources));
    return ['Role', 'Pool', 'Key', 'Group'].map((name) => String(deployment.attribute(name, 'Arn')));
  }));
  expect(all[0]).toEqual(all[1]);
  expect(all[0]).toEqual([
    expect.stringMatching(/^arn:aws:iam::123456789012:role\/Local-Role-[0-9A-F]{12}$/),
    expect.stringMatching(/^arn:aws:cognito-idp:us-east-1:123456789012:userpool\/us-east-1_[0-9a-f]{9}$/),
    expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\/[0-9a-f-]{36}$/),
    'arn:aws:logs:us-east-1:123456789012:log-group:/my/group:*',
  ]);
});
