/**
 * Structs and props for which no API of AWS has a word, each with the reason. Whatever is not listed here names its API
 * member, and what is listed without need is reported.
 */
export const OWN_WORDS: Readonly<Record<string, string>> = {
  'CliInputProps.clear': 'names settings, which have their members',
  'CliInputProps.existingSmsRole': 'allows the function to pass what the pool has, and sets nothing',
  'CliInputProps.onRemoval': 'says what the function does when a setting is dropped',
  'CliInputProps.path': 'says where the settings are declared',
  'CliInputProps.reapply': 'says when the function runs',
  'ManagedUserPoolProps.clear': 'names settings, which have their members',
  'ManagedUserPoolProps.onRemoval': 'says what the function does when a prop is dropped',
  'ManagedUserPoolProps.reapply': 'says when the function runs',
  'UserPoolControlsProps': 'the controls read what is declared and set nothing',
  'UserPoolSettingsProps.clear': 'names settings, which have their members',
  'UserPoolSettingsProps.existingSmsRole': 'allows the function to pass what the pool has, and sets nothing',
  'UserPoolSettingsProps.onRemoval': 'says what the function does when a prop is dropped',
  'UserPoolSettingsProps.reapply': 'says when the function runs',
};
