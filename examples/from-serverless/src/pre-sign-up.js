exports.handler = async (event) => {
  const { email = '' } = event.request.userAttributes;
  if (!email.endsWith('@example.com')) throw new Error('sign up with your address at example.com');
  return event;
};
