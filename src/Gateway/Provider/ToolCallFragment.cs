using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// What one chunk of a stream brought of a tool call. An update's fragments, a list of these, are its
/// <see cref="ChatResponseUpdate.RawRepresentation"/>: whoever passes a stream on needs them, everybody
/// else waits for the whole <see cref="FunctionCallContent"/>, which comes with the finish reason.
/// </summary>
/// <param name="Index">Which of the answer's calls it belongs to, from 0.</param>
/// <param name="CallId">The call's id; only its first fragment need have one.</param>
/// <param name="Name">The tool's name; only the first fragment need have one.</param>
/// <param name="Arguments">The next piece of the arguments' JSON, maybe empty.</param>
internal sealed record ToolCallFragment(int Index, string? CallId, string? Name, string Arguments);
