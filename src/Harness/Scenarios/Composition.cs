using System.Globalization;

namespace GatewayBench;

/// <summary>What scenarios that are made of others refuse.</summary>
internal static class Composition
{
    /// <param name="kind">What is made, such as <c>sequence</c>.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="role">What the parts are to it, such as <c>step</c>.</param>
    /// <param name="parts">What it is made of.</param>
    /// <exception cref="ArgumentException">It can't be made of them.</exception>
    public static void Require(
        string kind,
        string name,
        string role,
        params ReadOnlySpan<Scenario> parts
    )
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException(
                $"The {kind} '{name}' has no {role}; allowed: one or more."
            );
        }
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part);
            if (!names.Add(part.Name))
            {
                throw new ArgumentException(
                    $"The {kind} '{name}' has two parts named '{part.Name}', which results could not tell apart; "
                        + "allowed: names of their own, by Named."
                );
            }
            if (part.Prelude is { } prelude)
            {
                throw new ArgumentException(
                    $"The {role} '{part.Name}' of the {kind} '{name}' begins with '{prelude.Name}'; "
                        + "allowed: First on the whole only."
                );
            }
        }
    }

    /// <exception cref="ArgumentException">It is not finite, or not above 0.</exception>
    public static void RequireWeight(string mix, Scenario branch, double weight)
    {
        if (!double.IsFinite(weight) || weight <= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The branch '{branch.Name}' of the mix '{mix}' has the weight {weight}; allowed: above 0."
                )
            );
        }
    }

    /// <summary>What any of them is out to provoke.</summary>
    public static Outcome[] Expected(IEnumerable<Scenario> parts) =>
        [.. parts.SelectMany(part => part.Expected).Distinct()];
}
