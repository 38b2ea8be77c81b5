(function () {
    'use strict';
    var form = document.getElementById('form');
    var words = form.dataset;
    var result = document.getElementById('result');
    var problem = document.getElementById('problem');
    var save = document.getElementById('save');

    function at(id) {
        return document.getElementById(id);
    }

    function ticked(id) {
        return at(id) !== null && at(id).checked;
    }

    function text(id) {
        return at(id) === null ? '' : at(id).value.trim();
    }

    function show(place, words) {
        place.textContent = words;
        place.hidden = words === '';
    }

    function plain(typed) {
        var number = typed.normalize('NFKC');
        return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(number) ? number.replace(/,/g, '') : number;
    }

    function wrongNumber(field, typed) {
        var number = plain(typed);
        if (!/^-?\d{1,13}(\.\d{1,4})?$/.test(number)) {
            return words.number;
        }
        if (field.dataset.kind === 'WHOLE' && number.indexOf('.') >= 0) {
            return words.whole;
        }
        var least = field.dataset.least;
        var most = field.dataset.most;
        return (least !== '' && Number(number) < Number(least)) || (most !== '' && Number(number) > Number(most)) ? words.range : '';
    }

    function wrongField(field) {
        var code = field.dataset.code;
        var typed = text('v.' + code);
        var unknown = ticked('u.' + code);
        if (ticked('zero')) {
            return typed !== '' || unknown ? words.zero : '';
        }
        if (typed !== '' && unknown) {
            return words.both;
        }
        if (typed === '') {
            return field.dataset.required === 'true' && !unknown ? words.must : '';
        }
        return field.dataset.kind === 'WHOLE' || field.dataset.kind === 'DECIMAL' ? wrongNumber(field, typed) : '';
    }

    function wrongText(field) {
        var name = field.dataset.text;
        var typed = text(name);
        if (name === 'signer') {
            return typed === '' ? words.must : '';
        }
        return name === 'telephone' && !/^[0-9+() -]{5,30}$/.test(typed.normalize('NFKC')) ? words.telephone : '';
    }

    function check() {
        var first = null;
        Array.prototype.forEach.call(form.querySelectorAll('.field'), function (field) {
            var wrong = field.dataset.code ? wrongField(field) : wrongText(field);
            show(field.querySelector('.error'), wrong);
            first = first === null && wrong !== '' ? field : first;
        });
        return first;
    }

    function answer() {
        var said = {
            luoshi: words.form, token: words.token, zero: ticked('zero'), fields: [], values: {}, unknown: [],
            signer: text('signer'), telephone: text('telephone'), reason: text('reason'), part: ticked('part')
        };
        Array.prototype.forEach.call(form.querySelectorAll('[data-code]'), function (field) {
            var code = field.dataset.code;
            said.fields.push(code);
            if (text('v.' + code) !== '') {
                said.values[code] = text('v.' + code);
            }
            if (ticked('u.' + code)) {
                said.unknown.push(code);
            }
        });
        return said;
    }

    function packed(json) {
        var letters = '';
        new TextEncoder().encode(json).forEach(function (one) {
            letters += String.fromCharCode(one);
        });
        return '[luoshi:\n' + btoa(letters).replace(/.{1,64}/g, '$&\n') + ']';
    }

    form.addEventListener('input', function () {
        result.hidden = true;
    });
    form.addEventListener('submit', function (event) {
        event.preventDefault();
        result.hidden = true;
        var wrong = check();
        var said = answer();
        var nothing = wrong === null && !said.zero && Object.keys(said.values).length === 0 && said.unknown.length === 0;
        show(problem, nothing ? words.nothing : '');
        if (wrong !== null) {
            (wrong.querySelector('input, select, textarea')).focus();
        }
        if (wrong !== null || nothing) {
            return;
        }
        var json = JSON.stringify(said);
        save.href = URL.createObjectURL(new Blob([json], {type: 'application/json'}));
        save.download = words.name.replace(/[\\/:*?"<>|]/g, ' ') + '.json';
        at('copy').value = packed(json);
        result.hidden = false;
        save.click();
        result.scrollIntoView();
    });
    at('copy').addEventListener('focus', function () {
        this.select();
    });
})();
