"""Reads the generated C# and programs that use it, as far as that goes without a compiler.

What is written where it is not is found: syntax, names of types and their members, names that two imported namespaces
have. Overloads, types of values and nullability are the compiler's.
"""

import gzip
import json
import pathlib
import sys

import tree_sitter
import tree_sitter_c_sharp

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_c_sharp.language()))
DECLARATIONS = {"class_declaration", "interface_declaration", "enum_declaration", "struct_declaration"}
MEMBERS = {"property_declaration", "method_declaration", "enum_member_declaration"}


def parse(file):
    root = PARSER.parse(pathlib.Path(file).read_bytes()).root_node
    return root, [f"line {node.start_point[0] + 1}: no C#" for node in walk(root) if node.is_error or node.is_missing]


def walk(node):
    yield node
    for child in node.children:
        yield from walk(child)


def name(node, field="name"):
    found = node.child_by_field_name(field)
    return found.text.decode() if found else None


class Cdk:
    """What jsii knows of the CDK, by the names that it has in C#."""

    def __init__(self, file):
        assembly = json.loads(file.read_text())
        if "filename" in assembly:
            assembly = json.loads(gzip.decompress((file.parent / assembly["filename"]).read_bytes()))
        modules = {"aws-cdk-lib": assembly, **assembly["submodules"]}
        self.types = assembly["types"]
        self.names = {}
        for key, known in self.types.items():
            targets = modules.get(key.rpartition(".")[0], {}).get("targets", {})
            if space := targets.get("dotnet", {}).get("namespace"):
                self.names[f"{space}.{known['name']}"] = key

    def has(self, space, type_name):
        return f"{space}.{type_name}" in self.names

    def members(self, key):
        known = self.types.get(key, {})
        own = [each["name"] for each in known.get("methods", []) + known.get("properties", [])]
        inherited = self.members(known["base"]) if "base" in known else set()
        return {each[0].upper() + each[1:] for each in own} | inherited


def generated_types(folder, cdk):
    """The members of each public type by its name, and what is no C#."""
    types, complaints = {}, []
    for file in sorted(pathlib.Path(folder).rglob("*.cs")):
        root, mistakes = parse(file)
        complaints += [f"{file.name}: {mistake}" for mistake in mistakes]
        for node in walk(root):
            if node.type not in DECLARATIONS:
                continue
            members = types.setdefault(name(node), {"Node"})
            members.update(name(each) for each in walk(node) if each.type in MEMBERS)
            for bases in [each for each in node.children if each.type == "base_list"]:
                members.update(*(cdk.members(cdk.names.get(base.text.decode())) for base in bases.named_children))
    return types, complaints


def check(program, ours, cdk):
    root, complaints = parse(program)
    nodes = list(walk(root))
    usings = [node for node in nodes if node.type == "using_directive"]
    imported = [node.named_children[0].text.decode() for node in usings if not name(node)]
    variables = {}
    for node in nodes:
        if node.type == "variable_declarator" and node.named_children[-1].type == "object_creation_expression":
            variables[name(node)] = name(node.named_children[-1], "type")

    def complain(node, sentence):
        complaints.append(f"line {node.start_point[0] + 1}: {sentence}")

    def check_type(node, type_name):
        places = [space for space in imported if cdk.has(space, type_name)]
        if type_name in ours:
            places.append("CdkCognitoUserPoolSettings")
        if len(places) > 1:
            complain(node, f"{type_name} is in {' and in '.join(places)}")
        elif not places and "." not in type_name and not type_name.startswith("Dictionary<"):
            complain(node, f"{type_name} is in no namespace that is used here")

    def check_member(node, type_name, member):
        if type_name in ours and member not in ours[type_name]:
            complain(node, f"{type_name} has no member {member}")

    for node in nodes:
        if node.type == "object_creation_expression":
            made = name(node, "type")
            check_type(node, made)
            initializer = node.child_by_field_name("initializer")
            for each in initializer.named_children if initializer else []:
                if each.type == "assignment_expression":
                    check_member(each, made, name(each, "left"))
        if node.type == "array_creation_expression":
            element = node.child_by_field_name("type").child_by_field_name("type")
            if element.type == "identifier":
                check_type(node, element.text.decode())
        if node.type == "member_access_expression" and node.child_by_field_name("expression").type == "identifier":
            of = name(node, "expression")
            if of in ours:
                check_type(node, of)
            check_member(node, variables.get(of, of), name(node))
    return complaints


def main():
    folder, assembly, *programs = sys.argv[1:]
    cdk = Cdk(pathlib.Path(assembly))
    ours, complaints = generated_types(folder, cdk)
    found = {program: check(program, ours, cdk) for program in programs}
    print("result " + json.dumps({"types": len(ours), "complaints": complaints, "programs": found}))


main()
