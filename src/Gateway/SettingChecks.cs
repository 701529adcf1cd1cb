using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// What every validator of settings says in the same words: the key, its value and what is allowed.
/// </summary>
internal static class SettingChecks
{
    extension(ValidateOptionsResultBuilder failures)
    {
        public void RequireRange(string key, int value, int min, int max)
        {
            if (value < min || value > max)
            {
                failures.Refuse(key, $"{value}", $"a whole number from {min} to {max}");
            }
        }

        public void Refuse(string key, string? value, string allowed) =>
            failures.AddError($"{key} is '{value}': allowed is {allowed}.");
    }
}
