using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// The entries of <see cref="ChatOptions.AdditionalProperties"/> that reach the provider; any other is
/// refused.
/// </summary>
internal static class ChatOptionKeys
{
    /// <summary>Who the provider's bill and abuse report should name: a string.</summary>
    public static readonly ChatOptionKey<string> User = new("user");

    /// <summary>
    /// Whether a JSON schema must be kept to the letter: a boolean. In the options it is about the
    /// response format, in a tool's own additional properties about that tool.
    /// </summary>
    public static readonly ChatOptionKey<bool?> Strict = new("strict");

    /// <exception cref="NotSupportedException">An entry that would be left out.</exception>
    public static void RefuseOthers(AdditionalPropertiesDictionary? properties)
    {
        foreach (var key in properties?.Keys ?? [])
        {
            if (key != User.Name && key != Strict.Name)
            {
                throw new NotSupportedException(
                    $"Option '{Quoted.Truncate(key)}' cannot be passed on to the provider: "
                        + $"allowed beside the typed options are {User.Name} and {Strict.Name}."
                );
            }
        }
    }
}
